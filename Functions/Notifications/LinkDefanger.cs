using System.Text.RegularExpressions;
using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>
/// Makes user text safe for a mail: no mail program turns any part of it into a link, so that the desk cannot be used
/// to send people to a malicious site. The template still encodes it for HTML.
/// </summary>
internal static partial class LinkDefanger
{
    private const int MaximumLength = 6000;

    public static string Of(string text)
    {
        var clean = TextSanitizer.Clean(text);
        var shortened = clean.Length > MaximumLength ? clean[..MaximumLength].TrimEnd() + " … (ingekort)" : clean;
        var withoutSchemes = Scheme().Replace(shortened, m => m.Value.Replace(":", "[:]", StringComparison.Ordinal));
        return Domain().Replace(AtSign().Replace(withoutSchemes, "[at]"), m => Dot().Replace(m.Value, "[.]"));
    }

    [GeneratedRegex(@"(?<![\p{L}\d])[A-Za-z][A-Za-z0-9+.\-]{1,20}:(?=//|\S{1,254}@)|(?<![\p{L}\d])(?:javascript|data|mailto|tel|file|"
        + @"vbscript):", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"(?<=\S)@(?=\S)")]
    private static partial Regex AtSign();

    /// <summary>
    /// A text that ends like a domain; numbers and articles ("7.2.7", "10.000") are left alone. It starts at a word
    /// boundary, so that a long word is scanned once.
    /// </summary>
    [GeneratedRegex(@"(?<![\p{L}\d\-])[\p{L}\d\-]{1,63}(?:[.\u3002\uFF0E\uFF61][\p{L}\d\-]{1,63}){0,20}"
        + @"[.\u3002\uFF0E\uFF61](?:\p{L}{2,63}|xn--[\p{L}\d\-]{1,59})")]
    private static partial Regex Domain();

    [GeneratedRegex(@"[.\u3002\uFF0E\uFF61]")]
    private static partial Regex Dot();
}
