using System.Net;
using System.Text.RegularExpressions;

namespace RegelLoket.Escalation;

/// <summary>
/// The words of a mail that came as html only: no mark-up, no style, and not what it quotes. It is text from here on, and shown as text.
/// </summary>
internal static partial class HtmlToText
{
    public static string Of(string html)
    {
        var written = Tag().Replace(LineEnd().Replace(Unsaid().Replace(html, ""), "\n"), "");
        return BlankLines().Replace(WebUtility.HtmlDecode(written), "\n\n").Trim();
    }

    [GeneratedRegex(@"<!--.*?-->|<(script|style|head|title)\b.*?</\1\s*>|<blockquote\b.*</blockquote\s*>",
        RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unsaid();

    [GeneratedRegex(@"<br\b[^>]*>|</(?:p|div|li|tr|h[1-6])\s*>", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineEnd();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[ \t]*\r?\n(?:[ \t]*\r?\n)+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BlankLines();
}
