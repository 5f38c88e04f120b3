using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>
/// Another e-mail address for anyone who follows a case, or none. An address is nobody's until a code that was mailed there has come
/// back: until then it is in no case, only in what the browser or the caller holds, sealed.
/// </summary>
public sealed class ContactService(FollowedCases cases, CaseService service, DirectMail mails, OneTimeCodes codes, ProtectedSecrets secrets,
    RequestClaims claims, StoredLimits limits)
{
    /// <summary>How long a code that was mailed works.</summary>
    public static TimeSpan CodeLifetime { get; } = TimeSpan.FromHours(1);

    /// <summary>Mails a code to the address, as far as the limits allow.</summary>
    /// <returns>What came of it, with the sealed address to send back with the code; and what the limits said.</returns>
    public async Task<(Once Asked, Allowance Allowance)> ProposeAsync(
        HttpRequest request, FollowedCase followed, EmailAddress address, CancellationToken cancellation)
    {
        var allowance = Allowance.Granted;
        var asked = await claims.OnceAsync("address", async () =>
        {
            allowance = await limits.TryMailAsync(request, address, cancellation);
            if (allowance != Allowance.Granted)
            {
                return null;
            }

            var (code, kept) = codes.New(CodeLifetime);
            var expires = kept.ExpiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            return await mails.SendAsync(address, "adres-bevestigen", FollowMails.Verify(code), cancellation)
                ? secrets.Protect(string.Join(' ', followed.Number, expires, kept.Salt, kept.Hash, address.Value)) : null;
        }, cancellation);
        return (asked, allowance);
    }

    /// <summary>Takes the address over when the code is the one that was mailed there.</summary>
    /// <param name="context">Who follows, now.</param>
    /// <param name="number">The number of who follows.</param>
    /// <param name="code">The code of who follows.</param>
    /// <param name="proposal">What <see cref="ProposeAsync"/> gave.</param>
    /// <param name="typed">The code from the mail.</param>
    /// <param name="workflows">Where the workflow of the case runs.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<CommandResult> ConfirmAsync(
        CommandContext context, string? number, string? code, string? proposal, string? typed, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        if (await cases.OpenAsync(number, code, cancellation) is not { } followed)
        {
            return new CommandResult.NotFound();
        }

        if (CommandRequest.Current?.AnswerTo(followed.File) is { } answer)
        {
            return answer;
        }

        // Counted before the code is looked at, so that the right one is worth no more than a guess once too many were made.
        var proposed = Open(proposal, followed.Number);
        return proposed is not null && !await limits.TryCodeAsync(proposal!, cancellation)
            ? new CommandResult.Invalid(new Dictionary<string, string>
            {
                ["code"] = "Deze code is te vaak geprobeerd. Laat een nieuwe code sturen.",
            })
            : proposed is var (kept, address) && codes.IsRight(kept, typed)
            ? await ChangeAsync(context, followed, contact => (contact ?? new ReporterContact()) with { Email = address }, workflows,
                cancellation)
            : new CommandResult.Invalid(new Dictionary<string, string>
            {
                ["code"] = "Deze code klopt niet of is verlopen. Laat zo nodig een nieuwe code sturen.",
            });
    }

    /// <summary>Takes the address away: no mail goes out any more.</summary>
    public async Task<CommandResult> RemoveAsync(CommandContext context, string? number, string? code, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        await cases.OpenAsync(number, code, cancellation) is { } followed
            ? await ChangeAsync(context, followed, contact => contact is null ? null : contact with { Email = null }, workflows,
                cancellation)
            : new CommandResult.NotFound();

    private Task<CommandResult> ChangeAsync(
        CommandContext context, FollowedCase followed, Func<ReporterContact?, ReporterContact?> change, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var tried = false;
        return service.ActAsync(followed.File.Number, file =>
        {
            var before = file.Private.ContactOf(followed.Follower);
            var after = change(before);
            var changed = file.Private.WithContact(followed.Follower, after).ContactOf(followed.Follower);
            if (before == changed && !tried && IsTold(file.State, followed.Follower, changed))
            {
                return new Decision.AlreadyDone();
            }

            tried = true;
            return new Decision.Append(
                new NewEvent(context.By, new ContactChanged { Follower = followed.Follower, Reachable = changed is not null }),
                held => held.WithContact(followed.Follower, after));
        }, workflows, cancellation);
    }

    /// <summary>
    /// Whether the events say of the reporter what the private part holds: it is written first, and its event may have been refused, or
    /// its writer may have died. No mail goes to a reporter whom no event makes known.
    /// </summary>
    internal static bool IsTold(CaseState state, int? follower, ReporterContact? contact) =>
        follower is not null || state.Anonymous == (contact is null);

    private (OneTimeCode Code, EmailAddress Address)? Open(string? proposal, FollowNumber number)
    {
        string opened;
        try
        {
            opened = secrets.Unprotect(proposal ?? "");
        }
        catch (CryptographicException)
        {
            return null;
        }

        return opened.Split(' ') is [var sealedFor, var expires, var salt, var hash, var text]
            && sealedFor == number.ToString() && EmailAddress.TryParse(text, out var address)
            ? (new(hash, salt, DateTimeOffset.FromUnixTimeSeconds(long.Parse(expires, CultureInfo.InvariantCulture))), address)
            : null;
    }
}
