using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using RegelLoket.Cases;

namespace RegelLoket.Workflow;

/// <summary>The request to one ministry, as its workflow knows it.</summary>
/// <param name="Number">The case.</param>
/// <param name="Ministry">The slug of the ministry.</param>
/// <param name="Seen">The number of the newest event of the case that was handled before; 0 at the start.</param>
/// <param name="Told">The number of the event that the workflow was told of; null when the calendar woke it, so that the case is read.</param>
public sealed record MinistryAdvance(string Number, string Ministry, int Seen, int? Told = null)
{
    /// <summary>The id of the instance; the same as <see cref="CaseSignal.InstanceOf(CaseNumber, Cases.Ministry)"/>.</summary>
    internal string InstanceId => $"{Number}:{Ministry}";
}

/// <summary>Where the request to a ministry stands. Numbers and slugs only.</summary>
public sealed record MinistryProgress(int Seen, DateTime? WakeAt, bool Ended);

/// <summary>
/// The orchestration of one ministry: a sub-orchestration of the case's, with its own deadline and history, so that one ministry's trouble
/// never holds up another. It waits and asks, as <see cref="CaseOrchestrator"/> does, and under the same rules.
/// </summary>
public static class MinistryOrchestrator
{
    [Function(nameof(MinistryWorkflow))]
    public static async Task MinistryWorkflow([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var request = context.GetInput<MinistryAdvance>()!;
        var changed = context.WaitForExternalEvent<CaseSignal>(CaseSignal.Name);
        var seen = 0;
        var told = request.Told;
        while (true)
        {
            var progress = await context.CallActivityAsync<MinistryProgress>(
                nameof(MinistryActivities.AdvanceRequest), request with { Seen = seen, Told = told }, CaseOrchestrator.Patiently);
            seen = progress.Seen;
            if (progress.Ended)
            {
                return;
            }

            using var elapsed = new CancellationTokenSource();
            var wait = progress.WakeAt is { } wakeAt ? context.CreateTimer(wakeAt, elapsed.Token) : changed;
            await Task.WhenAny(changed, wait);
            elapsed.Cancel();
            told = changed.IsCompleted ? changed.Result.Version : null;
            if (changed.IsCompleted)
            {
                changed = context.WaitForExternalEvent<CaseSignal>(CaseSignal.Name);
            }
        }
    }
}
