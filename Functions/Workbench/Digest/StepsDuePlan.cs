using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Workbench.Digest;

/// <summary>
/// Plans the mails of a morning: due steps and unshared solutions to the handlers and the team on the day, and to the
/// coordinators all that is theirs to notice: steps five and unshared solutions twenty working days later, ministries that
/// stay silent, and mails that were lost by the working day before. Each gets one mail, however many cases: on a working
/// day on which something fell due, and on the first one of a week while anything is open, so that an outage of the mail
/// service on one morning loses nothing.
/// </summary>
/// <param name="entries">All cases.</param>
/// <param name="days">The working days.</param>
/// <param name="silentOn">Returns the day on which the coordinators hear of a ministry that did not answer.</param>
/// <param name="people">The colleagues, so that two with one name get a mail each.</param>
internal sealed class StepsDuePlan(
    IReadOnlyCollection<CaseEntry> entries, WorkingDays days, Func<AskedMinistry, DateOnly> silentOn, KnownPeople people)
{
    private const string Prefix = "steps";
    private const string Team = "team";
    private const string Coordination = "coordinators";
    private const int CoordinatorsAfter = 5;

    /// <summary>The number of working days that a solution may wait to be shared before the coordinators hear of it.</summary>
    private const int SharingAfter = 20;

    /// <summary>Returns the mails that are due now; their keys hold the day, so that planning is idempotent.</summary>
    public IEnumerable<PlannedMail> Due(DateTimeOffset now)
    {
        var today = WorkingDays.DayOf(now);
        if (now < WorkingDays.MomentOf(today, DigestPlan.Hour) || !days.IsWorkingDay(today))
        {
            return [];
        }

        var toHandlers = HandlerLines.GroupBy(line => people.KeyOf(line.Case) ?? "").Where(lines => IsNews(lines, today))
            .Select(lines => (lines.Key, Handler: people.PersonOf(lines.First().Case)))
            .Select(to => Mail(KeyOf(to.Key), Recipient.Analyst(to.Handler?.Name, to.Handler?.Id)));
        return IsNews(CoordinatorLines, today) ? toHandlers.Append(Mail(Coordination, Recipient.Coordinators)) : toHandlers;

        PlannedMail Mail(string whose, Recipient to) => new()
        {
            Key = $"{Prefix}.{whose}.{today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            Kind = MailKind.StepsDue,
            To = to,
        };
    }

    /// <summary>
    /// Returns the lines of such a mail at the time of sending, by kind, the oldest term first. Of lost mails the newest
    /// is first, so that old ones that nobody settles do not hide it.
    /// </summary>
    public IReadOnlyList<MorningLine> LinesFor(Recipient to, DateOnly today) =>
    [
        .. (to.Kind == RecipientKind.Coordinators ? CoordinatorLines
            : HandlerLines.Where(line => (people.KeyOf(line.Case) ?? "") == (to.Id ?? people.KeyOfName(to.Name))))
            .Where(line => line.On <= today)
            .OrderBy(line => line.Signal)
            .ThenBy(line => line.Mail is null ? line.Since.DayNumber : -line.Since.DayNumber)
            .ThenBy(line => line.Case.Row.Number.Value, StringComparer.Ordinal).ThenBy(line => line.Ministry),
    ];

    /// <summary>Parses the day from the key of a mail; false for any other key.</summary>
    public static bool TryReadDay(string key, out DateOnly day) =>
        DateOnly.TryParseExact(
            key.Split('.') is [Prefix, _, var text, ..] ? text : "", "yyyy-MM-dd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out day);

    private IEnumerable<MorningLine> StepLines => entries.Where(IsStepOfTheDesk)
        .Select(entry => new MorningLine(QueueSignal.Late, entry, entry.Row.DueOn!.Value, entry.Row.DueOn.Value));

    /// <summary>The solutions that are still to be shared when the term of the outcome ends.</summary>
    private IEnumerable<MorningLine> SharingLines => entries.Where(entry => entry is { IsOpen: true, Row.DueOn: not null }
        && entry.Turns.Any(turn => turn.Kind == TurnKind.WritePublication))
        .Select(entry => new MorningLine(QueueSignal.ToShare, entry, entry.Row.DueOn!.Value, entry.Row.DueOn.Value));

    private IEnumerable<MorningLine> HandlerLines => StepLines.Concat(SharingLines);

    private IEnumerable<MorningLine> CoordinatorLines =>
    [
        .. StepLines.Select(line => line with { On = days.Add(line.Since, CoordinatorsAfter) }),
        .. SharingLines.Select(line => line with { On = days.Add(line.Since, SharingAfter) }),
        .. from entry in entries
           where entry.IsOpen
           from asked in entry.AskedMinistries
           select new MorningLine(QueueSignal.SilentMinistry, entry, silentOn(asked), asked.ReplyBefore)
           {
               Ministry = asked.Ministry
           },
        .. from entry in entries
           from mail in entry.LostMails
           select new MorningLine(QueueSignal.LostMail, entry, days.Add(mail.Since, 1), mail.Since) { Mail = mail },
    ];

    /// <summary>
    /// Whether the desk has the move; no colleague is reminded while the reporter, a ministry or a second reader has
    /// it.
    /// </summary>
    private static bool IsStepOfTheDesk(CaseEntry entry) => entry is { IsOpen: true, Row.DueOn: not null }
        && entry.Row.Status is not (CaseStatus.WaitingForReporter or CaseStatus.AtMinistries or CaseStatus.OutcomeKnown);

    private bool IsNews(IEnumerable<MorningLine> lines, DateOnly today)
    {
        var before = DigestPlan.DayBefore(today, DigestRhythm.Daily, days);
        var beginsTheWeek = DigestPlan.IsFirstOfTheWeek(today, days);
        return lines.Any(line => line.On <= today && (beginsTheWeek || line.On > before));
    }

    /// <summary>Returns the recipient as a hash, so that no key holds a name.</summary>
    private static string KeyOf(string handler) => handler.Length == 0 ? Team
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(handler)))[..24];
}
