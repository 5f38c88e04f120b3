using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;

namespace RegelLoket.ContextAnalysis.Dialogue;

/// <summary>
/// The schedule of the dialogue: the steps, in working days, after a question that the reporter does not answer, and
/// the moment of the handler's notice about a message. Pure, so that the workflow can call it at any time and replay.
/// </summary>
public sealed class DialogueSchedule(WorkingDays workingDays)
{
    /// <summary>The working days after which the reporter is reminded of a question.</summary>
    private static readonly int[] Reminded = [5, 10];

    /// <summary>The working days after which a colleague has to decide how to continue.</summary>
    public const int SilentAfter = 15;

    /// <summary>The working days after which the case may be closed.</summary>
    public const int ClosableAfter = 30;

    private static readonly TimeSpan BetweenNotices = TimeSpan.FromHours(1);

    /// <summary>
    /// Returns the first day on which a case without an answer may be closed; null when no question is open.
    /// </summary>
    public DateOnly? ClosableFrom(CaseState state) => DayAfter(state, ClosableAfter);

    /// <summary>Whether the missing answer has to be recorded today.</summary>
    public bool IsSilent(CaseState state, DateOnly today) =>
        state.ReporterSilentSince is null && DayAfter(state, SilentAfter) <= today;

    /// <summary>Returns the mails that are due now.</summary>
    public IEnumerable<PlannedMail> MailsDue(CaseFile file, DateTimeOffset now) =>
        RemindersOf(file).Due(now).Concat(LaterNotice(file).Due(now)).Select(reminder => reminder.What);

    /// <summary>Returns the moment of the next check if nothing happens before; null for never.</summary>
    public DateTimeOffset? NextMoment(CaseFile file, DateTimeOffset now)
    {
        DateTimeOffset? silent = file.State.ReporterSilentSince is null && DayAfter(file.State, SilentAfter) is { } day
            && WorkingDays.StartOf(day) is var start && start > now ? start : null;
        return new[] { silent, RemindersOf(file).Next(now), NextNotice(file, now) }.Min();
    }

    /// <summary>
    /// Returns the moment of a delayed notice about a message that followed the last one too soon; null when there is
    /// none.
    /// </summary>
    public static DateTimeOffset? NextNotice(CaseFile file, DateTimeOffset now) => LaterNotice(file).Next(now);

    /// <summary>
    /// Whether the handler is mailed about a message at once; otherwise an earlier or later mail covers it.
    /// </summary>
    public static bool IsNotifiedAtOnce(CaseEvent message, CaseFile file) =>
        NoticesOf(file).Any(notice => notice.Message.Number == message.Number && notice.At == message.At);

    /// <summary>Returns the mail to the handler about a message.</summary>
    public static PlannedMail Notice(CaseEvent message, CaseFile file) => new()
    {
        Case = file.Number,
        Kind = MailKind.ReporterWrote,
        To = Recipient.Handler,
        Key = string.Create(CultureInfo.InvariantCulture, $"message.{message.Number}"),
        Event = message.Number,
    };

    /// <summary>Returns the question that waits for the reporter; null when there is none.</summary>
    internal static CaseEvent? OpenQuestion(CaseFile file) =>
        file.State is { Status: CaseStatus.WaitingForReporter, PausedOn: not null }
        ? file.Events.LastOrDefault(e => e.What is ReporterAsked) : null;

    private List<Reminder<PlannedMail>> RemindersOf(CaseFile file)
    {
        if (OpenQuestion(file) is not { } question || !ReporterMails.IsMailedAbout(question, file))
        {
            return [];
        }

        return [.. Reminded.Select((days, i) => new Reminder<PlannedMail>(
            MomentAfter(file.State, days),
            new PlannedMail
            {
                Case = file.Number,
                Kind = MailKind.ReporterReminder,
                To = Recipient.Reporter,
                Key = string.Create(CultureInfo.InvariantCulture, $"waiting.{question.Number}.{days}"),
                Event = question.Number,
                NotAfter = i + 1 < Reminded.Length ? MomentAfter(file.State, Reminded[i + 1]) : null,
            },
            GivesWay: true))];
    }

    /// <summary>Returns the newest notice when it is delayed and its message is still unread.</summary>
    private static IEnumerable<Reminder<PlannedMail>> LaterNotice(CaseFile file) =>
        file.State.UnreadSince is not null && NoticesOf(file).LastOrDefault() is ({ } message, var at) && at > message.At
            ? [new Reminder<PlannedMail>(at, Notice(message, file))] : [];

    /// <summary>
    /// Returns the first message of each notice with the moment of the notice: at once, or an hour after the last one.
    /// </summary>
    private static List<(CaseEvent Message, DateTimeOffset At)> NoticesOf(CaseFile file)
    {
        var notices = new List<(CaseEvent Message, DateTimeOffset At)>();
        foreach (var message in MessagesOf(file))
        {
            if (notices is not [.., var (_, last)] || message.At >= last + BetweenNotices)
            {
                notices.Add((message, message.At));
            }
            else if (message.At > last)
            {
                notices.Add((message, last + BetweenNotices));
            }
        }

        return notices;
    }

    /// <summary>
    /// Returns the reporter's messages while the case was not merged; the others are for the handler of the main case.
    /// </summary>
    private static IEnumerable<CaseEvent> MessagesOf(CaseFile file)
    {
        var isMerged = false;
        foreach (var e in file.Events)
        {
            isMerged = e.What switch { CaseMerged => true, CaseSplitOff => false, _ => isMerged };
            if (e.What is ReporterReplied && !isMerged)
            {
                yield return e;
            }
        }
    }

    private DateTimeOffset MomentAfter(CaseState state, int days) => WorkingDays.StartOf(DayAfter(state, days)!.Value);

    private DateOnly? DayAfter(CaseState state, int days) =>
        state is { Status: CaseStatus.WaitingForReporter, PausedOn: { } asked } ? workingDays.Add(asked, days) : null;
}
