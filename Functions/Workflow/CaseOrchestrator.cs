using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;

namespace RegelLoket.Workflow;

/// <summary>The orchestration of a case: one instance per case, its id the case number.</summary>
/// <remarks>
/// It coordinates and knows nothing: every turn asks <see cref="CaseActivities.AdvanceCase"/> where the case stands, starts a workflow for
/// each ministry that was asked, and waits for a change or for the calendar. So a signal that is lost, late or doubled changes nothing.
/// Determinism: it awaits the context's tasks only, reads no clock but the context's, and holds one waiter for its one event, so that no
/// event can fall between two waiters. A timer that lost is cancelled, since an open timer keeps the instance alive.
/// </remarks>
public static class CaseOrchestrator
{
    /// <summary>Storage may be away for a while; a case waits for it rather than fail.</summary>
    internal static TaskOptions Patiently { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(maxNumberOfAttempts: 20, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromHours(1)));

    [Function(nameof(CaseWorkflow))]
    public static async Task CaseWorkflow([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var number = context.GetInput<string>()!;
        var changed = context.WaitForExternalEvent<CaseSignal>(CaseSignal.Name);
        var ministries = new Dictionary<string, Task>();
        var seen = 0;
        int? told = 1;
        while (true)
        {
            var progress = await context.CallActivityAsync<CaseProgress>(nameof(CaseActivities.AdvanceCase), new CaseAdvance(number, seen, told), Patiently);
            seen = progress.Seen;
            context.SetCustomStatus(new WorkflowStatus(progress.Seen, progress.Status));
            StartNewRequests(context, number, progress, ministries);
            StopEndedRequests(context, number, progress, ministries);
            if (progress.Ended)
            {
                await Task.WhenAll(ministries.Values);
                return;
            }

            using var elapsed = new CancellationTokenSource();
            List<Task> waits = [changed, .. ministries.Values];
            if (progress.WakeAt is { } wakeAt)
            {
                waits.Add(context.CreateTimer(wakeAt, elapsed.Token));
            }

            await Task.WhenAny(waits);
            elapsed.Cancel();
            await ForgetFinishedAsync(context, ministries);

            told = changed.IsCompleted ? changed.Result.Version : null;
            if (changed.IsCompleted)
            {
                changed = context.WaitForExternalEvent<CaseSignal>(CaseSignal.Name);
            }
        }
    }

    private static void StartNewRequests(TaskOrchestrationContext context, string number, CaseProgress progress, Dictionary<string, Task> ministries)
    {
        foreach (var ministry in progress.AtMinistries.Where(m => !ministries.ContainsKey(m)))
        {
            var request = new MinistryAdvance(number, ministry, 0, progress.Seen);
            ministries[ministry] = context.CallSubOrchestratorAsync(
                nameof(MinistryOrchestrator.MinistryWorkflow), request, new TaskOptions().WithInstanceId(request.InstanceId));
        }
    }

    /// <summary>One ministry's trouble never holds up another: a workflow that failed is told in the log and started anew at the next turn.</summary>
    private static async Task ForgetFinishedAsync(TaskOrchestrationContext context, Dictionary<string, Task> ministries)
    {
        foreach (var (ministry, workflow) in ministries.Where(m => m.Value.IsCompleted).ToList())
        {
            ministries.Remove(ministry);
            try
            {
                await workflow;
            }
            catch (TaskFailedException failure)
            {
                context.CreateReplaySafeLogger(nameof(CaseWorkflow)).LogError(
                    "The workflow for {Ministry} of case {Case} failed with {Failure} and is started anew.", ministry, context.InstanceId, failure.FailureDetails.ErrorType);
            }
        }
    }

    /// <summary>A ministry whose request ended from the case's side, by an outcome or a withdrawal, hears of it through its own workflow.</summary>
    private static void StopEndedRequests(TaskOrchestrationContext context, string number, CaseProgress progress, Dictionary<string, Task> ministries)
    {
        foreach (var ministry in ministries.Where(m => !m.Value.IsCompleted && !progress.AtMinistries.Contains(m.Key)).Select(m => m.Key))
        {
            context.SendEvent(new MinistryAdvance(number, ministry, 0).InstanceId, CaseSignal.Name, new CaseSignal(progress.Seen));
        }
    }
}

/// <summary>What an instance shows of itself: how far in the case's events it has come. The sweeper compares it with the case.</summary>
public sealed record WorkflowStatus(int Seen, string Status);
