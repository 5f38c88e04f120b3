using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Escalation;

/// <summary>A step that is taken when a ministry does not answer.</summary>
/// <param name="At">When, in UTC: at the start of a working day in the Netherlands.</param>
/// <param name="Mail">What is sent.</param>
/// <param name="IsReminder">Whether a later reminder makes it superfluous; the coordinator and the second contact always hear.</param>
public sealed record ReminderStep(DateTimeOffset At, PlannedMail Mail, bool IsReminder);

/// <summary>
/// The ladder of one request: before, on and after the day on which the answer is due, then the coordinator, then the second contact, each
/// a number of working days that the ministry's settings tell. While the clock is paused there is no ladder.
/// </summary>
public sealed class ReminderSchedule(WorkingDays workingDays)
{
    private static readonly TimeOnly StartOfDay = new(7, 0);

    /// <summary>All steps, in their order. Their keys hold the deadline: a moved deadline has a ladder of its own.</summary>
    public IReadOnlyList<ReminderStep> Of(CaseNumber number, MinistryRequest request, ReminderOffsets steps)
    {
        if (request.HasEnded || request.Status == RequestStatus.AskedBack)
        {
            return [];
        }

        ReminderStep Step(int workingDay, MailKind kind, Recipient to, bool isReminder) => new(
            WorkingDays.MomentOf(DayOf(request.ReplyBefore, workingDay), StartOfDay),
            new PlannedMail
            {
                Case = number,
                Kind = kind,
                To = to,
                Key = $"ladder.{request.Ministry.Slug()}.{request.Question.Event}.{request.ReplyBefore:yyyy-MM-dd}.{kind.Slug()}",
                Ministry = request.Ministry,
            },
            isReminder);
        return
        [
            Step(steps.Before, MailKind.ReminderBefore, Recipient.Of(request.Ministry), isReminder: true),
            Step(steps.OnTheDay, MailKind.ReminderOnTheDay, Recipient.Of(request.Ministry), isReminder: true),
            Step(steps.After, MailKind.ReminderAfter, Recipient.Of(request.Ministry), isReminder: true),
            Step(steps.Coordinator, MailKind.MinistrySilent, Recipient.Coordinators, isReminder: false),
            Step(steps.SecondContact, MailKind.SecondContact, Recipient.SecondContactOf(request.Ministry), isReminder: false),
        ];
    }

    /// <summary>The steps whose time has come. Of the reminders only the newest: who was away for a week needs one, not three.</summary>
    public static IEnumerable<ReminderStep> Due(IReadOnlyList<ReminderStep> ladder, DateTimeOffset since, DateTimeOffset now)
    {
        var due = ladder.Where(step => step.At <= now && step.At > since).ToList();
        var newest = due.LastOrDefault(step => step.IsReminder);
        return due.Where(step => !step.IsReminder || step == newest);
    }

    /// <summary>When the next step comes; null when there is none.</summary>
    public static DateTimeOffset? Next(IReadOnlyList<ReminderStep> ladder, DateTimeOffset now) =>
        ladder.Where(step => step.At > now).Select(step => (DateTimeOffset?)step.At).FirstOrDefault();

    private DateOnly DayOf(DateOnly due, int workingDay) => workingDay == 0 ? workingDays.OnOrAfter(due) : workingDays.Add(due, workingDay);
}
