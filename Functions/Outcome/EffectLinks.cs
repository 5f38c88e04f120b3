using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using RegelLoket.Cases;

namespace RegelLoket.Outcome;

/// <summary>
/// Keys for the link in the mail with the question on the effect: whoever got the mail answers without number and code. A key opens that
/// one question and nothing else; it is protected by the keys of data protection, so that nothing has to be stored to check it.
/// </summary>
public sealed class EffectLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("RegelLoket.EffectLinks.v1");

    /// <summary>The key for a question.</summary>
    public string KeyOf(EffectLink link) => protector.Protect($"{link.Number} {link.Moment.Slug()}");

    /// <summary>The question that a key or a whole link opens; null when it is altered or foreign.</summary>
    public EffectLink? Read(string? typed)
    {
        var key = typed?[(typed.LastIndexOf('#') + 1)..].Trim();
        if (string.IsNullOrEmpty(key))
        {
            return null;
        }

        try
        {
            return protector.Unprotect(key).Split(' ') is [var number, var moment] && CaseNumber.TryParse(number, out var parsed)
                && EnumNames.TryParseSlug<EffectMoment>(moment, out var asked)
                ? new EffectLink(parsed, asked)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
