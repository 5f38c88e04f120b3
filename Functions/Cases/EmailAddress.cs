using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>
/// One deliverable e-mail address: it cannot start another header, name a second recipient or hide a character. Stored
/// addresses are read as they are, even when they were accepted under earlier rules.
/// </summary>
[JsonConverter(typeof(EmailAddressJsonConverter))]
public sealed record EmailAddress
{
    private EmailAddress(string value) => Value = value;

    /// <summary>The address for a mail header, with an international domain in Punycode.</summary>
    public string Value { get; }

    /// <summary>The part after the @, in lower case.</summary>
    public string Domain => Value[(Value.LastIndexOf('@') + 1)..].ToLowerInvariant();

    /// <summary>The same for all spellings of the address, under current and earlier rules.</summary>
    public string Key
    {
        get
        {
            var at = Value.LastIndexOf('@');
            var (local, domain) = (Value[..Math.Max(at, 0)], Value[(at + 1)..].TrimEnd('.'));
            return $"{local}@{AsciiOf(domain) ?? domain}".ToLowerInvariant();
        }
    }

    /// <summary>Whether both addresses reach the same mailbox.</summary>
    public bool IsSame(EmailAddress? other) => other?.Key == Key;

    /// <summary>Parses a typed address; see <see cref="TryParse(string?, out EmailAddress?, out string)"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EmailAddress? address) =>
        TryParse(text, out address, out _);

    /// <summary>
    /// Parses an address as people type or paste it: with white space or <c>mailto:</c> before it, invisible characters
    /// in it, or a name before it (<c>Jan &lt;jan@voorbeeld.nl&gt;</c>).
    /// </summary>
    /// <param name="text">The input.</param>
    /// <param name="address">The address.</param>
    /// <param name="fault">The reason why it is none, as a sentence for the person who typed it; empty when it is
    /// valid.</param>
    public static bool TryParse(
        [NotNullWhen(true)] string? text, [NotNullWhen(true)] out EmailAddress? address, out string fault)
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
    /// Parses an address to search for, which may have been accepted under earlier rules and be undeliverable now.
    /// Returns false for text that is no address.
    /// </summary>
    public static bool TrySeek(string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        if (!TryParse(text, out address) && EmailSpelling.Bare(text) is var sought
            && sought.Length <= EmailSpelling.LongestAddress
            && sought.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < sought.Length - 1
            && !sought.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';'))
        {
            address = new EmailAddress(sought);
        }

        return address is not null;
    }

    /// <summary>Wraps an address that was accepted before.</summary>
    internal static EmailAddress Stored(string value) => new(value);

    /// <summary>Returns a domain in Punycode, as name servers know it; null when it is no domain name.</summary>
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
