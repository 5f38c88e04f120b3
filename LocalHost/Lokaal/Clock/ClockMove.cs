using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using LocalHost.Hosting;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Newtonsoft.Json.Linq;

namespace LocalHost.Lokaal.Clock;

/// <summary>
/// Moves the desk's clock and notifies the app: each timer function that became due in between runs once, and every
/// open orchestration gets the event on which it reads the time again.
/// </summary>
internal sealed partial class ClockMove(
    DeskOffset offset, DeskClockSettings settings, FunctionHost host, ILogger<ClockMove> log) : IDisposable
{
    // The app reads the new offset within 400 ms, the maximum age that it promises.
    private static readonly TimeSpan UntilSeen = TimeSpan.FromMilliseconds(500);

    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 8 };

    private readonly SemaphoreSlim running = new(1);

    /// <summary>The last move since this host started.</summary>
    public ClockMoved? Last { get; private set; }

    /// <summary>
    /// Moves the clock and waits for all of its effects, which are not cancelled once the clock has moved; false when
    /// it would go too far.
    /// </summary>
    public async Task<bool> MoveAsync(TimeSpan by, CancellationToken cancellation)
    {
        if (await offset.MoveAsync(by, cancellation) is not var (before, after))
        {
            return false;
        }

        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await Task.Delay(UntilSeen, CancellationToken.None);
        await running.WaitAsync(CancellationToken.None);
        try
        {
            var due = DueBetween(now + before, now + after).ToDictionary(function => function.Name);
            var ran = await TimerRun.AllAsync(due.Keys, name => host.InvokeAsync(due[name], null, CancellationToken.None), log);
            Last = new ClockMoved(by, ran.Ended, ran.Failed, await WakeAsync());
        }
        finally
        {
            running.Release();
        }

        return true;
    }

    public void Dispose() => running.Dispose();

    private IEnumerable<AppFunction> DueBetween(DateTime from, DateTime until) =>
        from function in host.Functions
        where function.TriggerType == "timerTrigger"
        let first = TimerSchedule.FirstDue(ScheduleOf(function), @from, until)
        where first is not null
        orderby first, function.Name
        select function;

    private string ScheduleOf(AppFunction function) => Setting().Replace(
        AppFunction.Text(function.Trigger, "schedule")!,
        match => ValueOf(match.Groups[1].Value));

    private string ValueOf(string setting) =>
        host.Settings.Values.GetValueOrDefault(setting) ?? Environment.GetEnvironmentVariable(setting) ?? "";

    private async Task<int> WakeAsync()
    {
        var durable = host.Durable;
        var payload = JToken.Parse(settings.Payload);
        var woken = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(OpenAsync(durable), AtOnce, async (id, _) =>
        {
            try
            {
                await durable.RaiseEventAsync(id, settings.Event, payload);
                woken.Add(id);
            }
            catch (Exception ended) when (ended is InvalidOperationException or ArgumentException)
            {
                log.LogDebug("An orchestration ended before it was woken: {Reason}", ended.Message);
            }
        });
        return woken.Count;
    }

    private static async IAsyncEnumerable<string> OpenAsync(IDurableClient durable)
    {
        var open = new OrchestrationStatusQueryCondition
        {
            RuntimeStatus = [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending],
            PageSize = 100,
            ShowInput = false,
        };
        do
        {
            var page = await durable.ListInstancesAsync(open, CancellationToken.None);
            open.ContinuationToken = page.ContinuationToken;
            foreach (var instance in page.DurableOrchestrationState)
            {
                yield return instance.InstanceId;
            }
        }
        while (!string.IsNullOrEmpty(open.ContinuationToken));
    }

    [GeneratedRegex("%([^%]+)%", RegexOptions.NonBacktracking)]
    private static partial Regex Setting();
}
