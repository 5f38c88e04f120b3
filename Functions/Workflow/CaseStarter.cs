using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Intake;
using RegelLoket.Storage;

namespace RegelLoket.Workflow;

/// <summary>Starts the workflow of a case that the report itself could not start, since the engine was away.</summary>
public sealed class CaseStarter(CaseStore store, CaseWorkflows concerned)
{
    /// <summary>Takes a new case from the queue.</summary>
    /// <exception cref="InvalidOperationException">The engine is still away; the message comes again.</exception>
    [Function(nameof(StartCase))]
    public async Task StartCase([QueueTrigger(ReportService.IntakeQueue)] string message, [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var intake = IntakeMessage.Parse(message);
        using var span = CaseTelemetry.Continue("StartWorkflow", intake.Trace)?.SetTag("regelloket.case", intake.Case.Value);
        if (await store.FindAsync(intake.Case, cancellation) is { } file
            && !await concerned.WakeAsync(workflows, intake.Case, file.State.Workflows[0]))
        {
            throw new InvalidOperationException($"The workflow of case {intake.Case} could not be started yet.");
        }
    }
}
