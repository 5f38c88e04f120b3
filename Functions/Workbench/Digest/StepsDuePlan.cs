using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Workbench.Digest;

/// <summary>
/// Plans the mails about due steps: to the handlers and the team on the day, to the coordinators five working days
/// later. Each gets one mail, however many cases: on a working day on which a step fell due, and on the first one of a
/// week while steps are open, so that an outage of the mail service on one morning loses nothing.
/// </summary>
internal static class StepsDuePlan
{
    private const string Prefix = "steps";
    private const string Team = "team";
    private const string Coordination = "coordinators";
    private const int CoordinatorsAfter = 5;

    /// <summary>Returns the mails that are due now; their keys hold the day, so that planning is idempotent.</summary>
    public static IEnumerable<PlannedMail> Due(IReadOnlyCollection<CaseEntry> entries, DateTimeOffset now, WorkingDays days)
    {
        var today = WorkingDays.DayOf(now);
        if (now < WorkingDays.MomentOf(today, DigestPlan.Hour) || !days.IsWorkingDay(today))
        {
            return [];
        }

        var toHandlers = entries.Where(IsStepOfTheDesk).GroupBy(entry => entry.HandlerKey ?? "")
            .Where(group => IsNews(group.Select(entry => entry.Row.DueOn!.Value), today, days))
            .Select(group => Mail(KeyOf(group.Key), Recipient.Analyst(group.First().Row.Handler)));
        return IsNews(entries.Where(IsStepOfTheDesk).Select(entry => CoordinatorsOn(entry, days)), today, days)
            ? toHandlers.Append(Mail(Coordination, Recipient.Coordinators)) : toHandlers;

        PlannedMail Mail(string whose, Recipient to) => new()
        {
            Key = $"{Prefix}.{whose}.{today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            Kind = MailKind.StepsDue,
            To = to,
        };
    }

    /// <summary>Returns the cases in such a mail at the time of sending, the oldest term first.</summary>
    public static IReadOnlyList<CaseEntry> CasesOf(
        Recipient to, IEnumerable<CaseEntry> entries, DateOnly today, WorkingDays days) =>
    [
        .. entries.Where(IsStepOfTheDesk)
            .Where(entry => to.Kind == RecipientKind.Coordinators ? CoordinatorsOn(entry, days) <= today
                : entry.Row.DueOn <= today && (entry.HandlerKey ?? "") == Actor.NameKey(to.Name))
            .OrderBy(entry => entry.Row.DueOn).ThenBy(entry => entry.Row.Number.Value, StringComparer.Ordinal),
    ];

    /// <summary>Parses the day from the key of a mail; false for any other key.</summary>
    public static bool TryReadDay(string key, out DateOnly day) =>
        DateOnly.TryParseExact(
            key.Split('.') is [Prefix, _, var text, ..] ? text : "", "yyyy-MM-dd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out day);

    /// <summary>
    /// Whether the desk has the move; no colleague is reminded while the reporter, a ministry or a second reader has
    /// it.
    /// </summary>
    private static bool IsStepOfTheDesk(CaseEntry entry) => entry is { IsOpen: true, Row.DueOn: not null }
        && entry.Row.Status is not (CaseStatus.WaitingForReporter or CaseStatus.AtMinistries or CaseStatus.OutcomeKnown);

    private static bool IsNews(IEnumerable<DateOnly> dueDays, DateOnly today, WorkingDays days)
    {
        var before = DigestPlan.DayBefore(today, DigestRhythm.Daily, days);
        var beginsTheWeek = DigestPlan.IsFirstOfTheWeek(today, days);
        return dueDays.Any(due => due <= today && (beginsTheWeek || due > before));
    }

    private static DateOnly CoordinatorsOn(CaseEntry entry, WorkingDays days) =>
        days.Add(entry.Row.DueOn!.Value, CoordinatorsAfter);

    /// <summary>Returns the recipient as a hash, so that no key holds a name.</summary>
    private static string KeyOf(string handler) => handler.Length == 0 ? Team
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(handler)))[..24];
}
