using LocalRuntime.Hosting.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Hosting.Timers;

/// <summary>Runs one timer function on its schedule, on the host's clock, never twice at the same time.</summary>
internal sealed class TimerListener(
    Function function, TimerTriggerAttribute trigger, Schedule schedule, FunctionRunner runner, TimerStatusStore store, TimeProvider clock,
    HostJson hostJson, HostShutdown shutdown, ILogger<TimerListener> logger)
{
    // Below what a delay can take; longer waits are made of several.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(40);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            var monitored = trigger.UseMonitor && IsSlowerThanMinutely();
            var status = monitored ? await ReadStatusAsync(stopping) : null;
            var isPastDue = status is not null && status.Next < Now;
            var next = schedule.Next(Now);
            status ??= new ScheduleStatus { Next = next, LastUpdated = Now };
            if (trigger.RunOnStartup || isPastDue)
            {
                status = await RunOnceAsync(status, isPastDue, monitored, stopping);
                next = status.Next;
            }

            while (true)
            {
                await WaitUntilAsync(next, stopping);
                status = await RunOnceAsync(status, isPastDue: false, monitored, stopping);
                next = status.Next;
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private bool IsSlowerThanMinutely()
    {
        var first = schedule.Next(Now);
        return schedule.Next(first) - first >= TimeSpan.FromMinutes(1);
    }

    private async Task WaitUntilAsync(DateTime at, CancellationToken stopping)
    {
        for (var wait = at - Now; wait > TimeSpan.Zero; wait = at - Now)
        {
            await Task.Delay(wait < LongestDelay ? wait : LongestDelay, clock, stopping);
        }
    }

    private async Task<ScheduleStatus> RunOnceAsync(ScheduleStatus status, bool isPastDue, bool monitored, CancellationToken stopping)
    {
        var started = Now;
        var stamp = clock.GetTimestamp();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(shutdown.Forced);
        cancellation.CancelAfter(hostJson.FunctionTimeout);
        try
        {
            var info = new TimerInfo { ScheduleStatus = monitored ? status : null, IsPastDue = isPastDue };
            await runner.RunAsync(function, new InvocationTrigger(info), cancellation.Token);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "{Function} failed; it runs again on its schedule.", function.Name);
        }

        // What comes due while it runs is left out; what a clock that was moved meanwhile has passed is not.
        var after = new ScheduleStatus { Last = started, Next = schedule.Next(started + clock.GetElapsedTime(stamp)), LastUpdated = Now };
        if (monitored)
        {
            await WriteStatusAsync(after, stopping);
        }

        return after;
    }

    private async Task<ScheduleStatus?> ReadStatusAsync(CancellationToken stopping)
    {
        try
        {
            return await store.ReadAsync(function.Name, stopping);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            logger.LogWarning(exception, "The schedule status of {Function} cannot be read.", function.Name);
            return null;
        }
    }

    private async Task WriteStatusAsync(ScheduleStatus status, CancellationToken stopping)
    {
        try
        {
            await store.WriteAsync(function.Name, status, stopping);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            logger.LogWarning(exception, "The schedule status of {Function} cannot be kept.", function.Name);
        }
    }
}
