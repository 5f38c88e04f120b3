using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;

namespace RegelLoket.Escalation;

/// <summary>
/// The reminders of one request: before, on and after the day on which the answer is due, then the second contact, each
/// a number of working days from the ministry's settings. There are none while the desk has the move. The coordinators
/// read of a silent ministry in their morning mail, so that its day is here and no mail of its own.
/// </summary>
public sealed class ReminderSchedule(WorkingDays workingDays)
{
    /// <summary>The prefix of the keys of all its mails.</summary>
    private const string Prefix = "ladder.";

    /// <summary>
    /// Returns all reminders, in their order. Their keys hold the deadline, so that a moved deadline has reminders of
    /// its own.
    /// </summary>
    public IReadOnlyList<Reminder<PlannedMail>> Of(CaseNumber number, MinistryRequest request, ReminderOffsets steps)
    {
        if (request.HasEnded || request.OurMoveSince is not null)
        {
            return [];
        }

        DateTimeOffset MomentOf(int workingDay) => WorkingDays.StartOf(DayOf(request.ReplyBefore, workingDay));
        Reminder<PlannedMail> Step(int workingDay, MailKind kind, Recipient to, bool givesWay, int? until = null) => new(
            MomentOf(workingDay),
            new PlannedMail
            {
                Case = number,
                Kind = kind,
                To = to,
                Key = $"{PrefixOf(request)}{kind.Slug()}",
                Ministry = request.Ministry,
                NotAfter = until is { } next ? MomentOf(next) : null,
            },
            givesWay);
        return
        [
            Step(steps.Before, MailKind.ReminderBefore, Recipient.Of(request.Ministry), givesWay: true, until: steps.OnTheDay),
            Step(steps.OnTheDay, MailKind.ReminderOnTheDay, Recipient.Of(request.Ministry), givesWay: true,
                until: steps.After),
            Step(steps.After, MailKind.ReminderAfter, Recipient.Of(request.Ministry), givesWay: true),
            Step(steps.SecondContact, MailKind.SecondContact, Recipient.SecondContactOf(request.Ministry), givesWay: false),
        ];
    }

    /// <summary>Returns the working day on which the coordinators read that a ministry stays silent.</summary>
    public DateOnly CoordinatorsOn(DateOnly replyBefore, ReminderOffsets steps) => DayOf(replyBefore, steps.Coordinator);

    /// <summary>
    /// Whether the question of a request was sent; before that nobody is reminded, and no silence is counted.
    /// </summary>
    public static bool HasLeft(CaseFile file, MinistryRequest request) => file.Events.Skip(request.Question.Event)
        .Any(e => e.What is MailRecorded mail && mail.Ministry == request.Ministry
            && mail.Kind == MailKind.QuestionToMinistry.Slug());

    /// <summary>
    /// Whether a mail is a step of the request's schedule as its term is now; true for any other kind of mail, and for
    /// a mail that is only shown.
    /// </summary>
    public static bool IsOf(PlannedMail mail, MinistryRequest request) =>
        !mail.Key.StartsWith(Prefix, StringComparison.Ordinal)
            || mail.Key.StartsWith(PrefixOf(request), StringComparison.Ordinal);

    private static string PrefixOf(MinistryRequest request) => string.Create(CultureInfo.InvariantCulture,
        $"{Prefix}{request.Ministry.Slug()}.{request.Question.Event}.{request.ReplyBefore:yyyy-MM-dd}.");

    private DateOnly DayOf(DateOnly due, int workingDay) =>
        workingDay == 0 ? workingDays.OnOrAfter(due) : workingDays.Add(due, workingDay);
}
