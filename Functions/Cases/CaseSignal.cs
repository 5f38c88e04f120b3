using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace RegelLoket.Cases;

/// <summary>
/// Tells the workflow of a case, or of the ministry concerned, that an event was appended. It carries a number only; what happened, the
/// workflow reads from the case. A signal that is lost or comes twice does no harm.
/// </summary>
/// <param name="Version">The number of the event.</param>
public sealed record CaseSignal(int Version)
{
    /// <summary>The name of the orchestrations' only external event.</summary>
    public const string Name = "CaseChanged";

    /// <summary>The name of the orchestration of a case.</summary>
    public const string Workflow = "CaseWorkflow";

    /// <summary>The instance of a case's workflow: the case number itself.</summary>
    public static string InstanceOf(CaseNumber number) => number.Value;

    /// <summary>The instance of the workflow for one ministry: <c>RR-2026-7KQ4M:vws</c>.</summary>
    public static string InstanceOf(CaseNumber number, Ministry ministry) => $"{number.Value}:{ministry.Slug()}";

    public static async Task RaiseAsync(DurableTaskClient workflows, CaseFile changed, CancellationToken cancellation)
    {
        var last = changed.Events[^1];
        var instance = last.What is IMinistryChange { Ministry: var ministry } ? InstanceOf(changed.Number, ministry) : InstanceOf(changed.Number);
        if (last.What is IRevivesCase)
        {
            await EnsureStartedAsync(workflows, changed.Number, cancellation);
        }

        await workflows.RaiseEventAsync(instance, Name, new CaseSignal(last.Number), cancellation);
    }

    /// <summary>Starts the workflow of a case unless it runs; one that ended while its case goes on is started anew, which is safe because it asks the case.</summary>
    public static async Task EnsureStartedAsync(DurableTaskClient workflows, CaseNumber number, CancellationToken cancellation)
    {
        var instance = InstanceOf(number);
        if (await workflows.GetInstanceAsync(instance, cancellation) is { IsCompleted: false })
        {
            return;
        }

        var options = new StartOrchestrationOptions(instance).WithDedupeStatuses(
            OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended);
        await workflows.ScheduleNewOrchestrationInstanceAsync(Workflow, number.Value, options, cancellation);
    }
}
