using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>
/// Another e-mail address for anyone who follows a case, or none. An address is nobody's until a code that was mailed there has come
/// back: until
/// then it lies in no case, only in what the browser or the caller holds, sealed.
/// </summary>
public sealed class ContactService(FollowedCases cases, CaseService service, DirectMail mails, ProtectedSecrets secrets, TimeProvider clock)
{
    private const int Digits = 8;
    private const int Iterations = 50_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>How long a code that was mailed works.</summary>
    public static TimeSpan CodeLifetime => Lifetime;

    /// <summary>Mails a code to the address.</summary>
    /// <returns>The sealed address, to send back with the code; null when the mail could not be sent.</returns>
    public async Task<string?> ProposeAsync(FollowedCase followed, EmailAddress address, CancellationToken cancellation)
    {
        var code = RandomNumberGenerator.GetString("0123456789", Digits);
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var expires = (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return await mails.SendAsync(address, "adres-bevestigen", FollowMails.Verify(code), cancellation)
            ? secrets.Protect(string.Join(' ', followed.Number, expires, salt, HashOf(code, salt), address.Value))
            : null;
    }

    /// <summary>Takes the address over when the code is the one that was mailed there.</summary>
    /// <param name="number">The number of who follows.</param>
    /// <param name="code">The code of who follows.</param>
    /// <param name="proposal">What <see cref="ProposeAsync"/> gave.</param>
    /// <param name="typed">The code from the mail.</param>
    /// <param name="workflows">Where the workflow of the case runs.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<CommandResult> ConfirmAsync(
        string? number, string? code, string? proposal, string? typed, DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (await cases.OpenAsync(number, code, cancellation) is not { } followed)
        {
            return new CommandResult.NotFound();
        }

        return Open(proposal, followed.Number, typed) is { } address
            ? await ChangeAsync(followed, contact => (contact ?? new ReporterContact()) with { Email = address }, workflows, cancellation)
            : new CommandResult.Invalid(new Dictionary<string, string>
            {
                ["code"] = "Deze code klopt niet of is verlopen. Laat zo "
                + "nodig een nieuwe code sturen."
            });
    }

    /// <summary>Takes the address away: no mail goes out any more.</summary>
    public async Task<CommandResult> RemoveAsync(string? number, string? code, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        await cases.OpenAsync(number, code, cancellation) is { } followed
            ? await ChangeAsync(followed, contact => contact is null ? null : contact with { Email = null }, workflows, cancellation)
            : new CommandResult.NotFound();

    private Task<CommandResult> ChangeAsync(
        FollowedCase followed, Func<ReporterContact?, ReporterContact?> change, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        service.ActAsync(followed.File.Number, file =>
        {
            var before = file.Private.ContactOf(followed.Follower);
            var after = change(before);
            if (before == after)
            {
                return new Decision.AlreadyDone();
            }

            var changed = file.Private.WithContact(followed.Follower, after).ContactOf(followed.Follower);
            return new Decision.Append(
                new NewEvent(Actor.Reporter, new ContactChanged { Follower = followed.Follower, Reachable = changed is not null }),
                held => held.WithContact(followed.Follower, after));
        }, workflows, cancellation);

    private EmailAddress? Open(string? proposal, FollowNumber number, string? typed)
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
            && sealedFor == number.ToString()
            && long.Parse(expires, CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds()
            && CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(hash),
                Encoding.ASCII.GetBytes(HashOf(string.Concat((typed ?? "").Where(char.IsAsciiDigit).Take(Digits + 1)), salt)))
            && EmailAddress.TryParse(text, out var address)
            ? address
            : null;
    }

    /// <summary>Slow on purpose: eight digits are few, and who holds the seal could try them without us.</summary>
    private static string HashOf(string digits, string salt) =>
        Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(digits, Convert.FromHexString(salt), Iterations, HashAlgorithmName.SHA256, 32));
}
