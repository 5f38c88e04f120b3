using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using RegelLoket.Storage;

namespace RegelLoket.Workflow;

/// <summary>
/// The orchestrations: one instance for each case, whose id is the case number, and one for each ministry that was
/// asked. They are independent, so that one ministry's trouble does not block the others, and none needs another to
/// start, wake or end it.
/// </summary>
/// <remarks>They only coordinate: every turn calls an activity for the current state, and waits for a signal or for the
/// calendar. So a lost, late or repeated signal changes nothing, and an instance can be deleted and restarted.
/// Determinism: they await only the context's tasks and read no clock; their waiting times are durations by the desk's
/// clock, which an activity returns.</remarks>
public static class Orchestrators
{
    /// <summary>The version of a new instance in host.json; it changes with an orchestration's calls.</summary>
    internal const string Version = "2.0";

    /// <summary>The retries of an activity: a case waits for unavailable storage rather than fail.</summary>
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
            context.SetCustomStatus(new WorkflowStatus(progress.LastHandled, progress.WakesAt));

            // The losing timer is cancelled, since an open timer keeps the instance alive.
            using var elapsed = new CancellationTokenSource();
            var calendar = progress is { Ended: false, WakeIn: { } wakeIn }
                ? context.CreateTimer(wakeIn, elapsed.Token) : null;
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

    /// <summary>The signals of an instance, with exactly one waiter, so that no event is lost between two.</summary>
    private sealed class Signals(TaskOrchestrationContext context)
    {
        private Task<CaseSignal?> next = context.WaitForExternalEvent<CaseSignal?>(CaseSignal.Name);

        public Task Next => next;

        /// <summary>Takes all signals that came; those of handled events are ignored.</summary>
        /// <param name="lastHandled">The number of the newest handled event.</param>
        /// <param name="minimumVersion">The number of the newest event that was signalled; null when the case must be
        /// read from storage.</param>
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
