using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using RegelLoket.Cases;

namespace RegelLoket.Outcome;

/// <summary>
/// Creates and reads the key in the mailed link to a question on the effect, so that it can be answered without number
/// and code. A key opens that one question and nothing else; data protection encrypts it, so that nothing has to be
/// stored to check it.
/// </summary>
public sealed class EffectLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("RegelLoket.EffectLinks.v1");

    /// <summary>Returns the key for a question.</summary>
    public string KeyOf(EffectLink link) => protector.Protect(
        string.Create(CultureInfo.InvariantCulture, $"{link.Number} {link.Moment.Slug()} {link.Follower}").TrimEnd());

    /// <summary>Returns the question of a key or a whole link; null when it is invalid.</summary>
    public EffectLink? Read(string? typed)
    {
        var key = typed?[(typed.LastIndexOf('#') + 1)..].Trim();
        if (string.IsNullOrEmpty(key))
        {
            return null;
        }

        try
        {
            return protector.Unprotect(key).Split(' ') is [var number, var moment, .. var follower]
                && CaseNumber.TryParse(number, out var parsed)
                && EnumNames.TryParseSlug<EffectMoment>(moment, out var asked)
                ? new EffectLink(
                    parsed, asked, follower is [var place] ? int.Parse(place, NumberStyles.None, CultureInfo.InvariantCulture) : null)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
