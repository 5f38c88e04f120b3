using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation;
using RegelLoket.Notifications;

namespace RegelLoket.Workflow;

/// <summary>
/// The flow of the request to one ministry as pure functions: the mails after an event, the mails of the calendar, and
/// when to check again.
/// </summary>
public sealed class MinistryFlow(ReminderSchedule schedule)
{
    /// <summary>Returns the mails that follow from one event of the case for <paramref name="ministry"/>.</summary>
    public static IEnumerable<PlannedMail> MailsFor(CaseEvent e, CaseFile file, Ministry ministry)
    {
        PlannedMail Mail(MailKind kind, Recipient to) => Plan(e, file, ministry, kind, to);
        return e.What switch
        {
            CaseEscalated escalated when escalated.Requests.Any(r => r.Ministry == ministry) =>
                [Mail(MailKind.QuestionToMinistry, Recipient.Of(ministry))],
            OutcomeDetermined or CaseWithdrawn or CaseClosedUnanswered
                when file.State.Requests.Any(r => r.Ministry == ministry && r.NeedlessSince == e.Number) =>
                [Mail(MailKind.AnswerNotNeeded, Recipient.Of(ministry))],
            MailRecorded mail when mail.Ministry == ministry && IsBouncedMinistryMail(mail) =>
                [Mail(MailKind.SecondContact, Recipient.SecondContactOf(ministry))],
            IMinistryChange change when change.Ministry != ministry => [],
            AnalystAnsweredMinistry => [Mail(MailKind.ReplyToMinistry, Recipient.Of(ministry))],
            MoreTimeDecided => [Mail(MailKind.MoreTimeDecision, Recipient.Of(ministry))],
            MinistryPassedOn => [Mail(MailKind.PassedOn, Recipient.Of(ministry))],
            MinistryMailed { Kind: InboundKind.Automatic } => [],
            MinistryAnswered when e.By.Role != ActorRole.Ministry => [],
            MinistryAnswered or MinistryNotOurs =>
            [
                Mail(MailKind.MinistryReplied, Recipient.Analyst(file.State.Handler, file.State.HandlerId)),
                Mail(MailKind.AnswerCopy, Recipient.Of(ministry)),
            ],
            MinistryAskedBack or MinistryAskedMoreTime or MinistryMailed
                or QuestionTermRenewed =>
                [Mail(MailKind.MinistryReplied, Recipient.Analyst(file.State.Handler, file.State.HandlerId))],
            _ => [],
        };
    }

    /// <summary>
    /// Returns the mails about an outcome to the ministries that answered. The case's own workflow sends them: that of
    /// a ministry ended with its answer, and starting it for one mail costs more storage requests than the mail.
    /// </summary>
    public static IEnumerable<PlannedMail> OutcomeMails(CaseEvent e, CaseFile file) =>
        e.What is not OutcomeDetermined { Outcome: not OutcomeKind.Ingetrokken } ? []
        : from ministry in file.State.Requests.Select(request => request.Ministry).Distinct()
          where HadAnswered(file, ministry, e)
          select Plan(e, file, ministry, MailKind.OutcomeToMinistry, Recipient.Of(ministry));

    private static PlannedMail Plan(CaseEvent e, CaseFile file, Ministry ministry, MailKind kind, Recipient to) => new()
    {
        Case = file.Number,
        Kind = kind,
        To = to,
        Key = $"{kind.Slug()}.{ministry.Slug()}.{e.Number}",
        Event = e.Number,
        Ministry = ministry
    };

    /// <summary>Whether the newest thing that the ministry had said by an outcome was an answer.</summary>
    private static bool HadAnswered(CaseFile file, Ministry ministry, CaseEvent outcome) =>
        file.Events.Take(outcome.Number).LastOrDefault(e => e.What switch
        {
            CaseEscalated escalated => escalated.Requests.Any(asked => asked.Ministry == ministry),
            MinistryAnswered answered => answered.Ministry == ministry,
            MinistryNotOurs notOurs => notOurs.Ministry == ministry,
            _ => false,
        })?.What is MinistryAnswered;

    /// <summary>
    /// Returns the event that the calendar adds by itself, once for each term: the ministry stays silent. Null when there
    /// is none.
    /// </summary>
    public NewEvent? SystemEvent(CaseFile file, Ministry ministry, ReminderOffsets steps, DateTimeOffset now) =>
        file.State.RequestTo(ministry) is { } request && SilentAt(file, request, steps) <= now
            ? new NewEvent(Actor.System, new MinistrySilent(ministry, request.ReplyBefore)) : null;

    /// <summary>Returns when the silence about the present term is recorded; null when it is not, or was already.</summary>
    private DateTimeOffset? SilentAt(CaseFile file, MinistryRequest request, ReminderOffsets steps) =>
        !file.State.IsOpen || request.HasEnded || request.OurMoveSince is not null
        || request.SilentAfter == request.ReplyBefore || !ReminderSchedule.HasLeft(file, request) ? null
            : WorkingDays.StartOf(schedule.CoordinatorsOn(request.ReplyBefore, steps));

    /// <summary>Returns the reminders that are due.</summary>
    public IEnumerable<PlannedMail> MailsDue(
        CaseFile file, MinistryRequest request, ReminderOffsets steps, DateTimeOffset now) =>
        schedule.Of(file.Number, request, steps).Due(now, since: DeadlineSetAt(file, request))
        .Select(reminder => reminder.What);

    /// <summary>Returns the moment of the next reminder, or of the silence after them; null when there is none.</summary>
    public DateTimeOffset? NextMoment(CaseFile file, MinistryRequest request, ReminderOffsets steps, DateTimeOffset now) =>
        new[] { schedule.Of(file.Number, request, steps).Next(now), SilentAt(file, request, steps) }
        .Where(moment => moment > now).Min();

    /// <summary>Returns the moment at which the deadline was set; reminders before it are skipped.</summary>
    private static DateTimeOffset DeadlineSetAt(CaseFile file, MinistryRequest request) =>
        file.Events.Where(e => e.At > request.AskedAt && e.What is IMinistryChange { Ministry: var m }
            and (AnalystAnsweredMinistry or MoreTimeDecided or MailedAnswerRefused or QuestionTermRenewed)
            && m == request.Ministry)
            .Select(e => e.At).Append(request.AskedAt).Max();

    /// <summary>
    /// Whether a mail to the ministry did not reach the mailbox, so that the second contact gets it; a mail that did
    /// not reach the second contact either waits for the coordinator.
    /// </summary>
    private static bool IsBouncedMinistryMail(MailRecorded mail) =>
        EnumNames.TryParseSlug<MailState>(mail.State, out var state) && state.CameBack()
        && EnumNames.TryParseSlug<MailKind>(mail.Kind, out var kind)
        && kind is MailKind.QuestionToMinistry or MailKind.ReminderBefore or MailKind.ReminderOnTheDay
        or MailKind.ReminderAfter
            or MailKind.PassedOn
            or MailKind.ReplyToMinistry or MailKind.MoreTimeDecision;
}
