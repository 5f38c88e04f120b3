using LocalHost.Hosting;
using LocalHost.Lokaal.Clock;

namespace Bench;

/// <summary>The timer functions of a built app.</summary>
internal static class AppTimers
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Name and schedule of each.</summary>
    public static IReadOnlyList<(string Name, string Schedule)> Of(string app) =>
    [
        .. AppFunction.Load(app).Where(function => function.TriggerType == "timerTrigger")
            .Select(function => (function.Name, AppFunction.Text(function.Trigger, "schedule")!)),
    ];

    /// <summary>The settings that turn all of them off, for what must not be disturbed by them.</summary>
    public static string[] Off(string app) => [.. Of(app).Select(timer => $"--AzureWebJobs.{timer.Name}.Disabled=true")];

    /// <summary>How often a schedule comes due in so many days.</summary>
    public static int Times(string schedule, int days)
    {
        var start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var (times, end) = (0, start.AddDays(days).AddTicks(-1));
        var at = TimerSchedule.FirstDue(schedule, start.AddTicks(-1), end);
        while (at is { } due)
        {
            times++;
            at = TimerSchedule.FirstDue(schedule, due, end);
        }

        return times;
    }

    /// <summary>Waits for a stretch of that length in which none comes due, nor came due just before.</summary>
    public static async Task WaitForQuietAsync(string app, TimeSpan length)
    {
        var timers = Of(app);
        var begin = TimeProvider.System.GetUtcNow().UtcDateTime;
        var until = begin + Longest;
        while (timers.Select(timer => TimerSchedule.FirstDue(timer.Schedule, begin - Margin, begin + length)).Min() is { } due)
        {
            begin = due + Margin + TimeSpan.FromSeconds(1);
            if (begin > until)
            {
                throw new InvalidOperationException($"The timers leave no {length} in an hour.");
            }
        }

        var pause = begin - TimeProvider.System.GetUtcNow().UtcDateTime;
        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause);
        }
    }
}
