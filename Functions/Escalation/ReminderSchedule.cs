using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Escalation;

/// <summary>
/// The reminders of one request: before, on and after the day on which the answer is due, then the coordinator, then the second contact,
/// each a number of working days that the ministry's settings say. While the desk is to move there are none.
/// </summary>
public sealed class ReminderSchedule(WorkingDays workingDays)
{
    /// <summary>All reminders, in their order. Their keys hold the deadline: a moved deadline has reminders of its own.</summary>
    public IReadOnlyList<Reminder<PlannedMail>> Of(CaseNumber number, MinistryRequest request, ReminderOffsets steps)
    {
        if (request.HasEnded || request.OurMoveSince is not null)
        {
            return [];
        }

        Reminder<PlannedMail> Step(int workingDay, MailKind kind, Recipient to, bool givesWay) => new(
            WorkingDays.StartOf(DayOf(request.ReplyBefore, workingDay)),
            new PlannedMail
            {
                Case = number,
                Kind = kind,
                To = to,
                Key = $"ladder.{request.Ministry.Slug()}.{request.Question.Event}.{request.ReplyBefore:yyyy-MM-dd}.{kind.Slug()}",
                Ministry = request.Ministry,
            },
            givesWay);
        return
        [
            Step(steps.Before, MailKind.ReminderBefore, Recipient.Of(request.Ministry), givesWay: true),
            Step(steps.OnTheDay, MailKind.ReminderOnTheDay, Recipient.Of(request.Ministry), givesWay: true),
            Step(steps.After, MailKind.ReminderAfter, Recipient.Of(request.Ministry), givesWay: true),
            Step(steps.Coordinator, MailKind.MinistrySilent, Recipient.Coordinators, givesWay: false),
            Step(steps.SecondContact, MailKind.SecondContact, Recipient.SecondContactOf(request.Ministry), givesWay: false),
        ];
    }

    private DateOnly DayOf(DateOnly due, int workingDay) => workingDay == 0 ? workingDays.OnOrAfter(due) : workingDays.Add(due, workingDay);
}
