using System.Globalization;
using System.Text;

namespace RegelLoket.Cases;

/// <summary>Cleans a pasted address, and finds what makes one undeliverable (RFC 5321, RFC 1035, RFC 6761).</summary>
internal static class EmailSpelling
{
    internal const int LongestAddress = 254;
    private const int LongestPaste = 1000;
    private const int LongestLocal = 64;
    private const int LongestLabel = 63;
    private const string MailTo = "mailto:";
    private const string LocalSigns = "!#$%&'*+-/=?^_`{|}~.";
    private const string Example = "zoals naam@voorbeeld.nl";

    /// <summary>Top-level domains that no public name server resolves.</summary>
    private static readonly HashSet<string> Nowhere = new(StringComparer.OrdinalIgnoreCase)
    {
        "alt", "arpa", "corp", "home", "internal", "invalid", "lan", "local", "localdomain", "localhost", "onion",
    };

    /// <summary>Returns the bare address: no white space, invisible characters, <c>mailto:</c> or name.</summary>
    public static string Bare(string? text)
    {
        // A line end never belongs to an address and could start a header: it is left in and then refused.
        var start = text is { Length: > LongestPaste } ? text[..LongestPaste] : text ?? "";
        var visible = string.Concat(
            start.EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format));
        var bare = UnicodeText.Normalized(visible, NormalizationForm.FormKC).Trim(' ', '\t');
        if (bare is [.., '>'] && bare.IndexOf('<', StringComparison.Ordinal) is >= 0 and var open
            && !bare[..open].AsSpan().ContainsAny("@,;\r\n"))
        {
            bare = bare[(open + 1)..^1].Trim();
        }

        if (bare.StartsWith(MailTo, StringComparison.OrdinalIgnoreCase))
        {
            bare = bare[MailTo.Length..];
        }

        return bare;
    }

    /// <summary>Returns what is wrong with an address; null when it is deliverable.</summary>
    public static string? FaultOf(string bare)
    {
        var at = bare.IndexOf('@', StringComparison.Ordinal);
        return bare.Length == 0 ? $"Vul een e-mailadres in {Example}."
            : bare.Any(char.IsControl) ? $"Vul één e-mailadres in {Example}."
            : at < 0 ? $"Er ontbreekt een @ in het e-mailadres. Vul het in {Example}."
            : bare.AsSpan(at + 1).Contains('@')
                ? bare.AsSpan().ContainsAny(',', ';') ? "Vul één e-mailadres in."
                : "Er staat meer dan één @ in het e-mailadres."
            : bare.Any(char.IsWhiteSpace) ? "Haal de spatie uit het e-mailadres."
            : !bare.EnumerateRunes().All(IsVisible) ? "Er staat een teken in het e-mailadres dat daar niet kan."
            : bare.Contains(',', StringComparison.Ordinal) ? "Er staat een komma in het e-mailadres. Bedoel je een punt?"
            : bare.Length > LongestAddress ? $"Dit e-mailadres is te lang: hoogstens {LongestAddress} tekens."
            : FaultOfLocal(bare[..at]) ?? FaultOfDomain(bare[(at + 1)..]);
    }

    private static string? FaultOfLocal(string local) =>
        local.Length == 0 ? $"Voor de @ staat niets. Vul het e-mailadres in {Example}."
        : local.Length > LongestLocal ? $"Het deel voor de @ is te lang: hoogstens {LongestLocal} tekens."
        : local.FirstOrDefault(
            sign => !char.IsAsciiLetterOrDigit(sign) && !LocalSigns.Contains(sign, StringComparison.Ordinal))
            is not '\0' and var c
            ? char.IsLetter(c) ? $"Voor de @ kan geen {c} staan: mail komt zo niet aan. Gebruik letters zonder accent."
            : $"Voor de @ kan geen {c} staan."
        : local.Contains("=?", StringComparison.Ordinal) ? "Voor de @ kan geen =? staan."
        : local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal)
            ? "Voor de @ staat een punt op een plek waar die niet kan."
        : null;

    private static string? FaultOfDomain(string domain)
    {
        if (domain.Length == 0)
        {
            return $"Achter de @ staat niets. Vul het e-mailadres in {Example}.";
        }

        if (domain[^1] == '.')
        {
            return "Haal de punt aan het eind van het e-mailadres weg.";
        }

        if (domain[0] == '.' || domain.Contains("..", StringComparison.Ordinal))
        {
            return "Achter de @ staat een punt op een plek waar die niet kan.";
        }

        if (domain.FirstOrDefault(c => c < 0x7F && !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-')) is not '\0'
            and var wrong)
        {
            return $"Achter de @ kan geen {wrong} staan.";
        }

        if (EmailAddress.AsciiOf(domain) is not { } ascii || ascii.Length > LongestAddress)
        {
            return "Het deel achter de @ bestaat niet.";
        }

        var labels = ascii.Split('.');
        var ending = labels[^1];
        return labels.Length < 2 ? $"Achter de @ hoort een punt te staan, {Example}."
            : labels.Any(label => label.Length > LongestLabel || label[0] == '-' || label[^1] == '-' || IsNoPunycode(label))
                || ending.Length < 2 || ending.All(char.IsAsciiDigit) || Nowhere.Contains(ending)
                ? $"Naar een adres dat eindigt op .{ending} kan geen mail. Vul het in {Example}."
            : null;
    }

    /// <summary>Whether a label has the Punycode prefix without being valid Punycode.</summary>
    private static bool IsNoPunycode(string label)
    {
        if (!label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        try
        {
            return new IdnMapping().GetUnicode(label).Equals(label, StringComparison.OrdinalIgnoreCase);
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static bool IsVisible(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value is > ' ' and < 0x7F
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
