using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
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
        await EnsureStartedAsync(intake.Case, workflows, cancellation);
    }

    /// <summary>Starts the workflow unless it runs; one that ended while its case goes on is started anew, which is safe because it asks the case.</summary>
    internal static async Task EnsureStartedAsync(CaseNumber number, DurableTaskClient workflows, CancellationToken cancellation)
    {
        var instance = CaseSignal.InstanceOf(number);
        if (await workflows.GetInstanceAsync(instance, cancellation) is { IsCompleted: false })
        {
            return;
        }

        var options = new StartOrchestrationOptions(instance).WithDedupeStatuses(
            OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended);
        await workflows.ScheduleNewOrchestrationInstanceAsync(nameof(CaseOrchestrator.CaseWorkflow), number.Value, options, cancellation);
    }
}
