using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>
/// One e-mail address that mail can reach: nothing that could start another header, name a second recipient or hide a character. What is
/// stored is read as it is, also where the rules were others when it was written.
/// </summary>
[JsonConverter(typeof(EmailAddressJsonConverter))]
public sealed record EmailAddress
{
    private EmailAddress(string value) => Value = value;

    /// <summary>As a mail is addressed: the domain of another script in Punycode.</summary>
    public string Value { get; }

    /// <summary>The part behind the @, in lower case.</summary>
    public string Domain => Value[(Value.LastIndexOf('@') + 1)..].ToLowerInvariant();

    /// <summary>What all spellings of the address have in common, those of before and of now; to compare with and not to mail to.</summary>
    public string Key
    {
        get
        {
            var at = Value.LastIndexOf('@');
            var (local, domain) = (Value[..Math.Max(at, 0)], Value[(at + 1)..].TrimEnd('.'));
            return $"{local}@{AsciiOf(domain) ?? domain}".ToLowerInvariant();
        }
    }

    /// <summary>Whether a mail to either comes to the same person.</summary>
    public bool IsSame(EmailAddress? other) => other?.Key == Key;

    /// <summary>Takes an address as people type or paste it; see <see cref="TryParse(string?, out EmailAddress?, out string)"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EmailAddress? address) =>
        TryParse(text, out address, out _);

    /// <summary>
    /// Takes an address as people type or paste it: with white space or <c>mailto:</c> before it, invisible characters in it, or a name
    /// before it (<c>Jan &lt;jan@voorbeeld.nl&gt;</c>).
    /// </summary>
    /// <param name="text">What was typed.</param>
    /// <param name="address">The address.</param>
    /// <param name="fault">When there is none: what is wrong, as a sentence for whoever typed it; else empty.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EmailAddress? address, out string fault)
    {
        var typed = EmailSpelling.Bare(text);
        fault = EmailSpelling.FaultOf(typed) ?? "";
        if (fault.Length > 0)
        {
            address = null;
            return false;
        }

        var at = typed.IndexOf('@', StringComparison.Ordinal);
        var domain = typed[(at + 1)..];
        address = new EmailAddress(Ascii.IsValid(domain) ? typed : $"{typed[..at]}@{AsciiOf(domain)}");
        return true;
    }

    /// <summary>
    /// Takes an address to look for, which may be one that was accepted before and that no mail reaches. False for what is no address.
    /// </summary>
    public static bool TrySeek(string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        if (!TryParse(text, out address) && EmailSpelling.Bare(text) is var sought && sought.Length <= EmailSpelling.LongestAddress
            && sought.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < sought.Length - 1
            && !sought.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';'))
        {
            address = new EmailAddress(sought);
        }

        return address is not null;
    }

    /// <summary>An address that was accepted before.</summary>
    internal static EmailAddress Stored(string value) => new(value);

    /// <summary>A domain in Punycode, as the name servers know it; null when it is no name of a domain.</summary>
    internal static string? AsciiOf(string domain)
    {
        try
        {
            return new IdnMapping().GetAscii(domain.ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public override string ToString() => Value;
}
