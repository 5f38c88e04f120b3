using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Intake;

namespace RegelLoket.Workflow;

/// <summary>Starts the workflow of a case, once: the id of the instance is the case number.</summary>
public sealed class CaseStarter
{
    /// <summary>Takes a new case from the queue.</summary>
    [Function(nameof(StartCase))]
    public async Task StartCase([QueueTrigger(ReportDesk.IntakeQueue)] string message, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var intake = IntakeMessage.Parse(message);
        using var span = CaseTelemetry.Continue("StartWorkflow", intake.Trace)?.SetTag("regelloket.case", intake.Case.Value);
        await CaseSignal.EnsureStartedAsync(workflows, intake.Case, cancellation);
    }
}
