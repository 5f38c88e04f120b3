using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Escalation.Mails;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Escalation;

/// <summary>
/// One-time links with which a mailbox of a ministry signs in to all its open questions. A link is sent only to the
/// ministry's own domains, whether or not the mailbox has questions, so that the response reveals nothing. One blob a
/// mailbox is stored, under a hash of the address.
/// </summary>
public sealed class SignInLinks(
    BlobServiceClient blobs, ContactBook contacts, DirectMail mails, RequestClaims claims, StoredLimits limits,
    EscalationOptions options, IOptions<SiteOptions> site, TimeProvider clock)
{
    public const string Container = "ministry-signins";

    private readonly JsonBlobStore<SignInLink> links = new(
        blobs.GetBlobContainerClient(Container), EscalationJson.Default.SignInLink);

    /// <summary>Mails a link within the limits.</summary>
    /// <returns>The result and the state of the limits; <see cref="AccessOutcome.ForeignAddress"/> for a foreign
    /// address.</returns>
    public async Task<(AccessOutcome Outcome, Allowance Allowance)> AskAsync(HttpRequest request, string? email,
        CancellationToken cancellation)
    {
        if (!EmailAddress.TryParse(email, out var address) || await OwnerOfAsync(address, cancellation) is not { } ministry)
        {
            return (AccessOutcome.ForeignAddress, Allowance.Granted);
        }

        var allowance = Allowance.Granted;
        var once = await claims.OnceAsync("sign-in", async () =>
        {
            allowance = await limits.TryMailAsync(request, address, cancellation);
            return allowance == Allowance.Granted && await MailAsync(ministry, address, cancellation) ? "" : null;
        }, cancellation);
        return (once switch
        {
            Once.Done => AccessOutcome.Granted,
            Once.KeyInUse => AccessOutcome.KeyInUse,
            _ => AccessOutcome.Failed,
        }, allowance);
    }

    /// <summary>Uses a link up and returns its mailbox; null when it does not work.</summary>
    public async Task<Mailbox?> RedeemAsync(string? typed, CancellationToken cancellation)
    {
        if (!SignInCode.TryParse(typed, out var code))
        {
            return null;
        }

        var (now, mark) = (clock.GetUtcNow(), CommandRequest.Current?.Mark);
        var right = false;
        await links.ChangeAsync(NameOf(code.Mailbox), link =>
        {
            var works = link is not null && code.Matches(link.LinkHash) && link.ExpiresAt > now;
            var cameBefore = works && mark is not null && link!.UsedBy == mark;
            right = cameBefore || (works && link!.UsedAt is null);
            return right && !cameBefore ? link! with { UsedAt = now, UsedBy = mark } : null;
        }, cancellation);
        return right ? code.Mailbox : null;
    }

    /// <summary>Deletes the state of links that no longer work.</summary>
    public async Task DeleteExpiredAsync(CancellationToken cancellation)
    {
        await foreach (var blob in links.ListAsync(prefix: null, cancellation))
        {
            if (await links.FindAsync(blob.Name, cancellation) is { } link && link.ExpiresAt <= clock.GetUtcNow())
            {
                await links.DeleteAsync(blob.Name, cancellation);
            }
        }
    }

    private async Task<bool> MailAsync(Ministry ministry, EmailAddress address, CancellationToken cancellation)
    {
        var code = SignInCode.New(Mailbox.Of(ministry, address));
        var kept = new SignInLink(code.Hash(), clock.GetUtcNow() + options.AccessCodeLifetime);
        await links.PutAsync(NameOf(code.Mailbox), kept, cancellation);
        var link = new Uri(site.Value.Address, $"{EscalationRoutes.SignIn}#{code}");
        return await mails.SendAsync(address, "aanmelden-ministerie", SignInMail.Of(ministry, link), cancellation);
    }

    private async Task<Ministry?> OwnerOfAsync(EmailAddress address, CancellationToken cancellation)
    {
        foreach (var ministry in EnumNames.All<Ministry>())
        {
            if ((await contacts.OfAsync(ministry, cancellation)).Owns(address))
            {
                return ministry;
            }
        }

        return null;
    }

    private static string NameOf(Mailbox mailbox) => $"{mailbox.Ministry.Slug()}/{mailbox.Hash}.json";
}
