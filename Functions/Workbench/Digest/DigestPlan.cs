using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Workbench.Digest;

/// <summary>
/// The days on which a colleague receives a digest, and its key, which is the same however often it is planned.
/// </summary>
public static class DigestPlan
{
    private const string Prefix = "digest";

    /// <summary>The earliest time of day for the digest, in the Netherlands.</summary>
    public static TimeOnly Hour { get; } = new(7, 0);

    /// <summary>Returns the digest that is due now; null on another day or before the hour.</summary>
    public static PlannedMail? Due(string colleague, DigestSetting setting, DateTimeOffset now, WorkingDays workingDays)
    {
        var today = WorkingDays.DayOf(now);
        return now >= WorkingDays.MomentOf(today, Hour) && IsDay(today, setting.Rhythm, workingDays)
            ? new PlannedMail
            {
                Key = $"{Prefix}.{colleague}.{today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
                Kind = MailKind.Digest,
                To = Recipient.Analyst(colleague)
            }
            : null;
    }

    /// <summary>Returns the day of the digest before that of <paramref name="day"/>: later events are new.</summary>
    public static DateOnly DayBefore(DateOnly day, DigestRhythm rhythm, WorkingDays workingDays)
    {
        var before = day.AddDays(-1);
        while (!IsDay(before, rhythm, workingDays) && before > day.AddDays(-30))
        {
            before = before.AddDays(-1);
        }

        return before;
    }

    /// <summary>Whether a later digest is due, which makes this one superfluous.</summary>
    public static bool IsOvertaken(DateOnly day, DateOnly today, DigestRhythm rhythm, WorkingDays workingDays) =>
        DayBefore(today.AddDays(1), rhythm, workingDays) > day;

    internal static bool TryReadDay(string key, out DateOnly day) =>
        DateOnly.TryParseExact(key.Split('.') is [Prefix, _, var text, ..] ? text
            : "", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Whether the rhythm has a digest on a day: every working day, or the first one of the week.</summary>
    private static bool IsDay(DateOnly day, DigestRhythm rhythm, WorkingDays workingDays) => rhythm switch
    {
        DigestRhythm.Daily => workingDays.IsWorkingDay(day),
        DigestRhythm.Weekly => IsFirstOfTheWeek(day, workingDays),
        _ => false,
    };

    internal static bool IsFirstOfTheWeek(DateOnly day, WorkingDays workingDays) =>
        workingDays.OnOrAfter(day.AddDays(-(((int)day.DayOfWeek + 6) % 7))) == day;
}
