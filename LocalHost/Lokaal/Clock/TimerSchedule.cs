using System.Globalization;
using NCrontab;

namespace LocalHost.Lokaal.Clock;

/// <summary>Calculates when a timer is due: an NCRONTAB expression in UTC, or a fixed interval.</summary>
internal static class TimerSchedule
{
    /// <summary>
    /// Returns the first moment after one time, up to and including another, at which a schedule is due; null when
    /// there is none.
    /// </summary>
    /// <param name="schedule">Six fields, seconds first; five; or a TimeSpan.</param>
    /// <param name="after">The old time, in UTC.</param>
    /// <param name="until">The new time, in UTC.</param>
    /// <exception cref="FormatException">The text is not a schedule.</exception>
    public static DateTime? FirstDue(string schedule, DateTime after, DateTime until)
    {
        var next = Next(schedule, after);
        return next <= until ? next : null;
    }

    private static DateTime Next(string schedule, DateTime after)
    {
        var fields = schedule.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        if (CrontabSchedule.TryParse(schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 }) is { } crontab)
        {
            return crontab.GetNextOccurrence(after);
        }

        return TimeSpan.TryParse(schedule, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero
            ? after + interval
            : throw new FormatException($"'{schedule}' is neither an NCRONTAB expression nor a TimeSpan.");
    }
}
