using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using RegelLoket.Storage;

namespace RegelLoket.Workflow;

/// <summary>
/// The orchestrations: one instance for each case, its id the case number, and one for each ministry that was asked. They run beside each
/// other, so that one ministry's trouble does not block the others, and none needs another to start, wake or end it.
/// </summary>
/// <remarks>
/// They coordinate and know nothing: every turn asks an activity where things are, and waits for a signal or for the calendar. So a signal
/// that is lost, late or doubled changes nothing, and an instance can be thrown away and started anew.
/// Determinism: they await the context's tasks only and read no clock; they wait for a duration by the desk's clock, which an activity
/// knows.
/// </remarks>
public static class Orchestrators
{
    /// <summary>
    /// The version that host.json gives to a new instance: another one for each change of what an orchestration asks for.
    /// </summary>
    internal const string Version = "2.0";

    /// <summary>Storage may be away for a while; a case waits for it rather than fail.</summary>
    private static readonly TaskOptions ActivityRetry = TaskOptions.FromRetryPolicy(
        new RetryPolicy(maxNumberOfAttempts: 20, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 2,
            maxRetryInterval: TimeSpan.FromHours(1)));

    [Function(nameof(CaseWorkflow))]
    public static Task CaseWorkflow([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunAsync(context, nameof(CaseActivities.AdvanceCase));

    [Function(nameof(MinistryWorkflow))]
    public static Task MinistryWorkflow([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunAsync(context, nameof(MinistryActivities.AdvanceRequest));

    private static async Task RunAsync(TaskOrchestrationContext context, string activity)
    {
        if (context.Version is { Length: > 0 } version && version != Version)
        {
            throw new NotSupportedException($"Started by version {version}: the reconciler starts it anew.");
        }

        var advance = context.GetInput<Advance>()!;
        var signals = new Signals(context);
        while (true)
        {
            var progress = await context.CallActivityAsync<Progress>(activity, advance, ActivityRetry);
            context.SetCustomStatus(new WorkflowStatus(progress.LastHandled));

            // A timer that lost is cancelled, since an open timer keeps the instance alive.
            using var elapsed = new CancellationTokenSource();
            var calendar = progress is { Ended: false, WakeIn: { } wakeIn } ? context.CreateTimer(wakeIn, elapsed.Token) : null;
            int? minimumVersion;
            while (!signals.TakeNews(progress.LastHandled, out minimumVersion) && calendar is not { IsCompleted: true })
            {
                if (progress.Ended)
                {
                    return;
                }

                await (calendar is null ? signals.Next : Task.WhenAny(signals.Next, calendar));
            }

            elapsed.Cancel();
            advance = advance with { LastHandled = progress.LastHandled, MinimumVersion = minimumVersion };
        }
    }

    /// <summary>The signals of an instance. It holds one waiter at any time, so that no event can be lost between two.</summary>
    private sealed class Signals(TaskOrchestrationContext context)
    {
        private Task<CaseSignal?> next = context.WaitForExternalEvent<CaseSignal?>(CaseSignal.Name);

        public Task Next => next;

        /// <summary>Takes all that came; those of events that were handled before are ignored.</summary>
        /// <param name="lastHandled">The number of the newest event that was handled.</param>
        /// <param name="minimumVersion">The number of the newest event that was signalled; null when the case must be read from
        /// storage.</param>
        /// <returns>Whether there is something new.</returns>
        public bool TakeNews(int lastHandled, out int? minimumVersion)
        {
            var newest = lastHandled;
            var lookAgain = false;
            for (; next.IsCompleted; next = context.WaitForExternalEvent<CaseSignal?>(CaseSignal.Name))
            {
                var version = next.Result?.Version ?? 0;
                lookAgain |= version == 0;
                newest = Math.Max(newest, version);
            }

            minimumVersion = lookAgain || newest == lastHandled ? null : newest;
            return lookAgain || newest > lastHandled;
        }
    }
}
