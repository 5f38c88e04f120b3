using System.Globalization;
using NCrontab;

namespace LocalRuntime.Hosting.Timers;

/// <summary>When a timer function comes due: an NCRONTAB expression in UTC, or a fixed interval.</summary>
internal sealed class Schedule
{
    private readonly CrontabSchedule? crontab;
    private readonly TimeSpan interval;

    private Schedule(CrontabSchedule? crontab, TimeSpan interval)
    {
        this.crontab = crontab;
        this.interval = interval;
    }

    public static Schedule Parse(string function, string text)
    {
        var options = new CrontabSchedule.ParseOptions { IncludingSeconds = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length != 5 };
        if (CrontabSchedule.TryParse(text, options) is { } crontab)
        {
            return new Schedule(crontab, default);
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero
            ? new Schedule(null, interval)
            : throw new StartupException($"Function '{function}': the schedule '{text}' is neither a six-field NCRONTAB expression nor a TimeSpan.");
    }

    public DateTime Next(DateTime after) => DateTime.SpecifyKind(crontab?.GetNextOccurrence(after) ?? after + interval, DateTimeKind.Utc);
}
