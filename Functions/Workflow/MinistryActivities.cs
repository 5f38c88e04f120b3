using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;

namespace RegelLoket.Workflow;

/// <summary>The activity of a ministry's workflow; it may run more than once, and its mails carry keys that make a second time harmless.</summary>
public sealed class MinistryActivities(CaseStore store, Outbox outbox, WorkingDays workingDays, TimeProvider clock)
{
    private static readonly TimeOnly StartOfDay = new(7, 0);

    /// <summary>Sends what has to be sent for the request to one ministry now, and tells when to look again.</summary>
    [Function(nameof(AdvanceRequest))]
    public async Task<MinistryProgress> AdvanceRequest([ActivityTrigger] MinistryAdvance advance, CancellationToken cancellation)
    {
        var file = await store.FindAsync(CaseNumber.Parse(advance.Number), cancellation)
            ?? throw new InvalidOperationException($"Case {advance.Number} does not exist.");
        var request = Names.TryParseSlug<Ministry>(advance.Ministry, out var ministry) ? file.State.RequestTo(ministry) : null;
        if (request is null || request.HasEnded || !file.State.IsOpen)
        {
            return new MinistryProgress(file.State.Version, null, Ended: true);
        }

        foreach (var e in file.Events.Skip(advance.Seen).Where(e => e.What is CaseEscalated escalated && escalated.Requests.Any(r => r.Ministry == ministry)))
        {
            await outbox.PlanAsync(
                new PlannedMail { Case = file.Number, Kind = MailKind.QuestionToMinistry, To = Recipient.Of(ministry), Key = $"question.{advance.Ministry}.{e.Number}", Event = e.Number }, cancellation);
        }

        var now = clock.GetUtcNow();
        var ladder = request.Status == RequestStatus.AskedBack ? [] : Ladder(file.Number, request);
        foreach (var (_, mail) in ladder.Where(step => step.At <= now))
        {
            await outbox.PlanAsync(mail, cancellation);
        }

        return new MinistryProgress(file.State.Version, ladder.Where(step => step.At > now).Select(step => (DateTime?)step.At.UtcDateTime).Min(), Ended: false);
    }

    private (DateTimeOffset At, PlannedMail Mail)[] Ladder(CaseNumber number, MinistryRequest request)
    {
        (DateTimeOffset, PlannedMail) Step(int workingDay, MailKind kind, Recipient to) => (
            WorkingDays.MomentOf(workingDays.Add(request.ReplyBefore, workingDay), StartOfDay),
            new PlannedMail { Case = number, Kind = kind, To = to, Key = $"ladder.{request.Ministry.Slug()}.{request.ReplyBefore:yyyy-MM-dd}.{kind.Slug()}" });
        return
        [
            Step(-5, MailKind.ReminderBefore, Recipient.Of(request.Ministry)),
            Step(0, MailKind.ReminderOnTheDay, Recipient.Of(request.Ministry)),
            Step(5, MailKind.ReminderAfter, Recipient.Of(request.Ministry)),
            Step(10, MailKind.MinistrySilent, Recipient.Coordinators),
            Step(15, MailKind.SecondContact, Recipient.SecondContactOf(request.Ministry)),
        ];
    }
}
