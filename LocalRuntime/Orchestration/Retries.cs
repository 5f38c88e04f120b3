using System.Runtime.ExceptionServices;
using Microsoft.DurableTask;

namespace LocalRuntime.Orchestration;

/// <summary>Tries a task again by policy or handler, with durable timers between the tries.</summary>
internal static class Retries
{
    public const string ActivityNotFound = "ActivityTaskNotFound";
    public const string OrchestratorNotFound = "OrchestratorTaskNotFound";

    public static Task<T> RunAsync<T>(TaskOrchestrationContext context, TaskRetryOptions? options, Func<Task<T>> attempt) => options switch
    {
        null => attempt(),
        { Policy: { } policy } => ByPolicyAsync(context, policy, attempt),
        { Handler: { } handler } => ByHandlerAsync(context, handler, attempt),
        _ => attempt(),
    };

    /// <summary>The delay before the next try, after a number of failures.</summary>
    public static TimeSpan Delay(RetryPolicy policy, int failures)
    {
        var ticks = policy.FirstRetryInterval.Ticks * Math.Pow(policy.BackoffCoefficient, failures - 1);
        return ticks < policy.MaxRetryInterval.Ticks ? TimeSpan.FromTicks((long)ticks) : policy.MaxRetryInterval;
    }

    private static async Task<T> ByPolicyAsync<T>(TaskOrchestrationContext context, RetryPolicy policy, Func<Task<T>> attempt)
    {
        var first = context.CurrentUtcDateTime;
        for (var failures = 1; ; failures++)
        {
            ExceptionDispatchInfo failure;
            try
            {
                return await attempt();
            }
            catch (TaskFailedException exception) when (IsRetriable(exception))
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }

            if (failures >= policy.MaxNumberOfAttempts || IsTooLate(context, policy, first) || !await HandlesAsync(policy, failure.SourceException))
            {
                failure.Throw();
            }

            await context.CreateTimer(Delay(policy, failures), CancellationToken.None);
        }
    }

    private static async Task<T> ByHandlerAsync<T>(TaskOrchestrationContext context, AsyncRetryHandler handler, Func<Task<T>> attempt)
    {
        var first = context.CurrentUtcDateTime;
        for (var failures = 1; ; failures++)
        {
            ExceptionDispatchInfo failure;
            TaskFailureDetails details;
            try
            {
                return await attempt();
            }
            catch (TaskFailedException exception) when (IsRetriable(exception))
            {
                failure = ExceptionDispatchInfo.Capture(exception);
                details = exception.FailureDetails;
            }

            var told = new RetryContext(context, failures, details, context.CurrentUtcDateTime - first, CancellationToken.None);
            if (!await handler(told))
            {
                failure.Throw();
            }
        }
    }

    private static bool IsRetriable(TaskFailedException exception) =>
        exception.FailureDetails.ErrorType is not (ActivityNotFound or OrchestratorNotFound);

    private static bool IsTooLate(TaskOrchestrationContext context, RetryPolicy policy, DateTime first) =>
        policy.RetryTimeout != Timeout.InfiniteTimeSpan
        && policy.RetryTimeout != TimeSpan.MaxValue
        && context.CurrentUtcDateTime >= first + policy.RetryTimeout;

    private static async Task<bool> HandlesAsync(RetryPolicy policy, Exception exception) =>
        policy.HandleAsync is { } handleAsync ? await handleAsync(exception) : policy.Handle(exception);
}
