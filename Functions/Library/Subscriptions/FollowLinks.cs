using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using RegelLoket.Cases;

namespace RegelLoket.Library.Subscriptions;

/// <summary>
/// Creates and reads the code in the mail that confirms an address. The code holds the address and what is to be
/// followed, encrypted, so that nothing is stored of an address that nobody confirmed.
/// </summary>
public sealed class FollowLinks(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>The number of days in which the mail can be answered.</summary>
    internal const int Days = 3;

    private readonly IDataProtector protector = protection.CreateProtector("RegelLoket.FollowLinks.v1");

    public string CodeOf(EmailAddress email, IEnumerable<Topic> topics) => protector.Protect(string.Join('\n', [
        clock.GetUtcNow().AddDays(Days).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), email.Value,
        .. topics.Select(topic => topic.ToString())]));

    /// <summary>Returns the address and topics of a code or a whole link; null when it is invalid or expired.</summary>
    public (EmailAddress Email, IReadOnlyList<Topic> Topics)? Read(string? typed)
    {
        var code = string.Concat((typed?[(typed.LastIndexOf('#') + 1)..] ?? "").Where(sign => !char.IsWhiteSpace(sign)));
        if (code.Length == 0)
        {
            return null;
        }

        try
        {
            return protector.Unprotect(code).Split('\n') is [var until, var email, .. var topics]
                && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var moment)
                && moment > clock.GetUtcNow().ToUnixTimeSeconds() && EmailAddress.TryParse(email, out var address)
                ? (address, [.. topics.Select(text => Topic.TryRead(text, out var topic) ? topic : null).OfType<Topic>()]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
