using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Library.Search;
using RegelLoket.Notifications;
using RegelLoket.Storage;

namespace RegelLoket.Library.Subscriptions;

/// <summary>
/// Plans the mail of each week for those who follow the library, and ends the following of an address at which no mail
/// arrives. Every ten minutes it looks for what is still to do, so that a mail is late rather than lost.
/// </summary>
public sealed class SubscriptionReconciler(
    Subscribers subscribers, SubscriptionService service, Outbox outbox, LibraryCache shelf, WorkingDays workingDays,
    TimeProvider clock, ILogger<SubscriptionReconciler> logger)
{
    /// <summary>The answer of a mail server when it has no such mailbox (RFC 5321).</summary>
    private static readonly string[] NoMailbox = ["smtp-550", "smtp-551", "smtp-553"];

    [Function(nameof(ReconcileSubscriptions))]
    public Task ReconcileSubscriptions([TimerTrigger("0 7/10 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        ReconcilerRound.RunAsync(logger, RepairsAsync(cancellation), cancellation);

    private async IAsyncEnumerable<Repair> RepairsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var mail in outbox.OpenAsync(cancellation).Where(mail => mail.Mail.Kind == MailKind.LibraryNews))
        {
            if (CameBack(mail) && NewsWeek.TryRead(mail.Mail.Key, out var id, out _))
            {
                yield return new Repair($"The subscriber of mail {mail.Mail.Key}", async token =>
                {
                    await service.EraseAsync(id, token);
                    return true;
                });
            }
        }

        var week = NewsWeek.Newest(clock.GetUtcNow(), workingDays);
        await foreach (var id in subscribers.WithoutPlanAsync(week, cancellation))
        {
            yield return new Repair($"Mail {NewsWeek.KeyOf(id, week)}", async token =>
            {
                await PlanAsync(id, week, token);
                return false;
            });
        }
    }

    /// <summary>Whether no mail will arrive; a mail that was only blocked is followed by the one of the next week.</summary>
    private static bool CameBack(OutboxEntry mail) => mail.State is MailState.Bounced or MailState.Dropped or MailState.ReportedAsSpam
        || (mail.State == MailState.Failed && NoMailbox.Contains(mail.Fault));

    /// <summary>
    /// Records first which week it is and how far earlier mails came, then plans the mail if there is news, then records
    /// that it did: after a crash the next round goes on where this one ended.
    /// </summary>
    private async Task PlanAsync(string id, DateOnly week, CancellationToken cancellation)
    {
        var known = await subscribers.FindAsync(id, cancellation);
        if (known is not null && known.Week != week)
        {
            var before = known.Week;
            var until = before is { } day && await HasLeftAsync(id, day, cancellation) ? NewsWeek.Until(day) : known.NewsUntil;
            known = await subscribers.ChangeAsync(id, current => current?.Week != before || current is null ? null
                : current with { Week = week, IsPlanned = false, NewsUntil = until }, cancellation);
            await outbox.DeleteForDeskAsync(
                NewsWeek.KeysOf(id), before is { } last ? NewsWeek.KeyOf(id, last) : NewsWeek.KeyOf(id, week), cancellation);
        }

        if (known is null)
        {
            return;
        }

        if (News.Of(await shelf.ViewAsync(cancellation), known, NewsWeek.Until(week)).Count > 0)
        {
            await outbox.PlanAsync(new PlannedMail
            {
                Key = NewsWeek.KeyOf(id, week),
                Kind = MailKind.LibraryNews,
                To = Recipient.Subscriber(id),
            }, cancellation);
        }

        await subscribers.ChangeAsync(
            id, current => current?.Week == week ? current with { IsPlanned = true } : null, cancellation);
    }

    /// <summary>Whether the mail of a week left, the first time or when it was sent again.</summary>
    private async Task<bool> HasLeftAsync(string id, DateOnly week, CancellationToken cancellation) =>
        await outbox.FindAsync(number: null, NewsWeek.KeyOf(id, week), cancellation) is { } mail
        && (await outbox.ResendsAsync(mail.Mail, cancellation)).Prepend(mail)
            .Any(sent => sent.State is MailState.Sent or MailState.Delivered or MailState.Deferred);
}
