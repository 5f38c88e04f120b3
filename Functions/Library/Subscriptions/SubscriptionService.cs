using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Library.Search;
using RegelLoket.Library.Subscriptions.Mails;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Library.Subscriptions;

/// <summary>
/// Follows the library by mail: a mail to confirm the address, the confirmation, and the end. Form and API use it. Nothing
/// that a stranger can see depends on whether an address is known.
/// </summary>
public sealed class SubscriptionService(
    Subscribers subscribers, SubscriberIds ids, FollowLinks links, LibraryCache shelf, Outbox outbox, DirectMail mails,
    RequestClaims claims, StoredLimits limits, IOptions<SiteOptions> site, TimeProvider clock)
{
    /// <summary>Mails a link to confirm, within the limits.</summary>
    /// <returns>The result, and the state of the limits.</returns>
    public async Task<(Once Asked, Allowance Allowance)> AskAsync(
        HttpRequest request, EmailAddress email, IReadOnlyList<Topic> topics, CancellationToken cancellation)
    {
        var view = await shelf.ViewAsync(cancellation);
        var allowance = Allowance.Granted;
        var asked = await claims.OnceAsync("follow", async () =>
        {
            allowance = await limits.TryFollowAsync(request, email, cancellation);
            var link = new Uri(site.Value.Address, $"{SubscriptionRoutes.Confirm}#{links.CodeOf(email, topics)}");
            return allowance == Allowance.Granted && await mails.SendAsync(
                email, "volgen-per-mail", FollowConfirmMail.Of([.. topics.Select(topic => topic.NameIn(view))], link),
                cancellation) ? "" : null;
        }, cancellation);
        return (asked, allowance);
    }

    /// <summary>Follows what a mailed code asks for; null when the code is invalid.</summary>
    public async Task<Subscription?> ConfirmAsync(string? code, CancellationToken cancellation)
    {
        if (links.Read(code) is not var (email, topics))
        {
            return null;
        }

        var (id, now) = (await ids.OfAsync(email, cancellation), clock.GetUtcNow());
        return await subscribers.ChangeAsync(
            id, known => (known ?? new Subscription { Email = email, Topics = [] }).With(topics, now), cancellation)
            ?? await subscribers.FindAsync(id, cancellation);
    }

    /// <summary>Ends the following of whoever has this code; false when it is not one of ours.</summary>
    public async Task<bool> StopAsync(string? code, CancellationToken cancellation)
    {
        if (await ids.ReadStopCodeAsync(code, cancellation) is not { } id)
        {
            return false;
        }

        await EraseAsync(id, cancellation);
        return true;
    }

    /// <summary>Erases a subscriber, and which mails went to her; idempotent.</summary>
    public async Task EraseAsync(string id, CancellationToken cancellation)
    {
        await subscribers.DeleteAsync(id, cancellation);
        await outbox.DeleteForDeskAsync(NewsWeek.KeysOf(id), before: null, cancellation);
    }

    /// <summary>Returns what a person follows, with the name under which it can be erased; null when nothing.</summary>
    public async Task<(string Id, Subscription Held)?> OfPersonAsync(EmailAddress person, CancellationToken cancellation)
    {
        var id = await ids.OfAsync(person, cancellation);
        return await subscribers.FindAsync(id, cancellation) is { } held ? (id, held) : null;
    }
}
