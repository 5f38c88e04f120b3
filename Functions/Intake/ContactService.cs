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
/// Changes or removes the e-mail address of the reporter or a follower. Until the code that was mailed to it is
/// confirmed, an address is in no case and only held, sealed, by the browser or the caller.
/// </summary>
public sealed class ContactService(
    FollowedCases cases, CaseService service, DirectMail mails, OneTimeCodes codes, ProtectedSecrets secrets,
    RequestClaims claims, StoredLimits limits, CaseFamilies families)
{
    /// <summary>The time for which a mailed code is valid.</summary>
    public static TimeSpan CodeLifetime { get; } = TimeSpan.FromHours(1);

    /// <summary>Mails a code to the address, within the limits.</summary>
    /// <returns>The outcome, with the sealed address to send back with the code, and the state of the limits.</returns>
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

    /// <summary>Stores the address when the code is the one that was mailed to it.</summary>
    /// <param name="context">The follower and the moment.</param>
    /// <param name="number">The follow number.</param>
    /// <param name="code">The follow code.</param>
    /// <param name="proposal">The value that <see cref="ProposeAsync"/> returned.</param>
    /// <param name="typed">The code from the mail.</param>
    /// <param name="workflows">The client for the workflow of the case.</param>
    /// <param name="cancellation">Cancels the wait.</param>
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

        // Counts before the code is checked, so that even the right code fails after too many tries.
        var proposed = Open(proposal, followed.Number);
        return proposed is not null && !await limits.TryCodeAsync(proposal!, cancellation)
            ? new CommandResult.Invalid(new Dictionary<string, string>
            {
                ["code"] = "Deze code is te vaak geprobeerd. Laat een nieuwe code sturen.",
            })
            : proposed is var (kept, address) && codes.IsRight(kept, typed)
            ? await ChangeAsync(
                context, followed, contact => (contact ?? new ReporterContact()) with { Email = address }, workflows,
                cancellation)
            : new CommandResult.Invalid(new Dictionary<string, string>
            {
                ["code"] = "Deze code klopt niet of is verlopen. Laat zo nodig een nieuwe code sturen.",
            });
    }

    /// <summary>Removes the address, so that no mail is sent any more.</summary>
    public async Task<CommandResult> RemoveAsync(
        CommandContext context, string? number, string? code, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        await cases.OpenAsync(number, code, cancellation) is { } followed
            ? await ChangeAsync(
                context, followed, contact => contact is null ? null : contact with { Email = null }, workflows,
                cancellation)
            : new CommandResult.NotFound();

    /// <summary>
    /// Changes the contact data in every case of a split report, and last in the one that is followed: a request that was
    /// cut off before that one does all of it again.
    /// </summary>
    private async Task<CommandResult> ChangeAsync(
        CommandContext context, FollowedCase followed, Func<ReporterContact?, ReporterContact?> change,
        DurableTaskClient workflows, CancellationToken cancellation)
    {
        var others = followed.Follower is null ? await families.OthersAsync(followed.File, cancellation) : [];
        foreach (var other in others)
        {
            await ChangeAsync(context, other.Number, follower: null, change, workflows, cancellation);
        }

        return await ChangeAsync(context, followed.File.Number, followed.Follower, change, workflows, cancellation);
    }

    private Task<CommandResult> ChangeAsync(
        CommandContext context, CaseNumber number, int? follower, Func<ReporterContact?, ReporterContact?> change,
        DurableTaskClient workflows, CancellationToken cancellation)
    {
        var tried = false;
        return service.ActAsync(number, file =>
        {
            var before = file.Private.ContactOf(follower);
            var after = change(before);
            var changed = file.Private.WithContact(follower, after).ContactOf(follower);
            if (before == changed && !tried && IsRecorded(file.State, follower, changed))
            {
                return new Decision.AlreadyDone();
            }

            tried = true;
            return new Decision.Append(
                new NewEvent(context.By, new ContactChanged { Follower = follower, Reachable = changed is not null }),
                held => held.WithContact(follower, after));
        }, workflows, cancellation);
    }

    /// <summary>
    /// Whether the events agree with the contact data in the private part: that is written first, and its event may
    /// have been refused or never appended. No mail is sent to a reporter whom no event mentions.
    /// </summary>
    internal static bool IsRecorded(CaseState state, int? follower, ReporterContact? contact) =>
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
