using System.Text;
using RegelLoket.Cases;
using RegelLoket.Language;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Removes the secret part of the desk's addresses and links from a received text, however a mail program wrapped or
/// capitalised it: a secret assigns a mail to the case, or opens the ministry's page.
/// </summary>
internal static class ReplyTokens
{
    private const string Replacement = "[code]";
    private const int LongestSecret = 43;
    private const int AddressToken = 20;
    private const int NumberLength = 13;

    /// <summary>The minimum length at which mail programs wrap a line.</summary>
    private const int ShortestWrap = 40;

    private static readonly string[] Slugs = [.. EnumNames.All<Ministry>().Select(ministry => ministry.Slug())];

    public static string Without(string text)
    {
        var kept = new StringBuilder(text.Length);
        var from = 0;
        for (var at = NumberFrom(text, 0); at < text.Length; at = NumberFrom(text, Math.Max(at + 1, from)))
        {
            // Where a secret should begin, a whole code may stand: then that one holds the secret.
            if (SecretAt(text, at) is { } start && SecretAt(text, start) is null)
            {
                kept.Append(text, from, start - from).Append(Replacement);
                from = EndOf(text, start);
            }
        }

        return from == 0 ? text : kept.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>
    /// Returns the next place where <c>RR-</c> starts, which may be wrapped too; the end of the text when there is none.
    /// </summary>
    private static int NumberFrom(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            var place = at + 1;
            if (text[at] is 'r' or 'R' && Next(text, ref place) is 'r' or 'R' && Next(text, ref place) == '-')
            {
                return at;
            }
        }

        return text.Length;
    }

    /// <summary>Returns the start of the secret behind a case number and a ministry; null when there is none.</summary>
    private static int? SecretAt(string text, int at)
    {
        var place = at;
        var number = new StringBuilder();
        while (place < text.Length && number.Length < NumberLength && Next(text, ref place) is { } c)
        {
            number.Append(c);
        }

        if (!CaseNumber.TryParse(number.ToString(), out _) || Next(text, ref place) != '.')
        {
            return null;
        }

        var slug = new StringBuilder();
        while (slug.Length < 4 && Next(text, ref place) is { } c && c != '.')
        {
            slug.Append(char.ToLowerInvariant(c));
        }

        SkipWrap(text, ref place);
        return Slugs.Contains(slug.ToString()) && place < text.Length && IsSecret(text[place]) ? place : null;
    }

    private static int EndOf(string text, int start)
    {
        var place = start;
        var taken = 0;
        var isToken = true;
        while (taken < LongestSecret && place < text.Length && IsSecret(text[place]))
        {
            isToken &= char.IsAsciiHexDigit(text[place]);
            taken++;
            place++;
            SkipInvisible(text, ref place);
            var next = place;
            SkipWrap(text, ref next);

            // A secret that has its full length, or ends on a short line, was not wrapped: the text after it belongs to
            // the writer.
            if (taken < LongestSecret && !(isToken && taken == AddressToken) && IsLongLine(text, place))
            {
                place = next;
            }
        }

        return place;
    }

    /// <summary>Whether the line is long enough here to be wrapped; it looks back no further than that.</summary>
    private static bool IsLongLine(string text, int place) =>
        place >= ShortestWrap && !text.AsSpan(place - ShortestWrap, ShortestWrap).Contains('\n');

    private static char? Next(string text, ref int place)
    {
        SkipWrap(text, ref place);
        return place < text.Length ? text[place++] : null;
    }

    private static void SkipInvisible(string text, ref int place)
    {
        while (place < text.Length && Tokenizer.IsInvisible(text[place]))
        {
            place++;
        }
    }

    /// <summary>
    /// Skips what cannot be seen, and a line end within a secret with the quotation signs of the next line.
    /// </summary>
    private static void SkipWrap(string text, ref int place)
    {
        SkipInvisible(text, ref place);
        var end = place;
        while (end < text.Length && text[end] is '\r' or '\n' or '=')
        {
            end++;
        }

        if (end == place)
        {
            return;
        }

        while (end < text.Length && text[end] is ' ' or '>' or '\t' or '\r' or '\n')
        {
            end++;
        }

        place = end;
    }

    private static bool IsSecret(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}
