namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Counts the attributes of the tags of a page before a parser reads it, since parsing takes time quadratic in their
/// number. The start of a tag depends on the text before it, such as a comment or script that is never closed, so every
/// possible start is followed in one pass. The count is never lower than the parser's.
/// </summary>
internal static class HtmlAttributes
{
    /// <summary>The maximum, many times the number that mail programs write in one tag.</summary>
    internal const int Most = 256;

    private const int None = -1;

    /// <summary>The states within a tag, as in the standard's tokenizer.</summary>
    private enum Place
    {
        TagName,
        BeforeName,
        Name,
        AfterName,
        BeforeValue,
        DoubleQuoted,
        SingleQuoted,
        Unquoted,
        AfterQuoted,
    }

    private static readonly int Places = Enum.GetValues<Place>().Length;

    /// <summary>Whether a tag of the page may exceed the maximum.</summary>
    public static bool AreTooMany(string html)
    {
        // For each state the highest number of attributes of a tag that may be in that state.
        Span<int> now = stackalloc int[Places];
        Span<int> next = stackalloc int[Places];
        now.Fill(None);
        for (var i = 0; i < html.Length; i++)
        {
            next.Fill(None);
            for (var place = 0; place < Places; place++)
            {
                if (now[place] != None && Step((Place)place, html[i]) is var (to, isNew) && to is { } there)
                {
                    next[(int)there] = Math.Max(next[(int)there], now[place] + (isNew ? 1 : 0));
                }
            }

            if (BeginsTag(html, i))
            {
                next[(int)Place.TagName] = Math.Max(next[(int)Place.TagName], 0);
            }

            if (next[(int)Place.Name] > Most)
            {
                return true;
            }

            var read = now;
            now = next;
            next = read;
        }

        return false;
    }

    private static bool BeginsTag(string html, int i) => char.IsAsciiLetter(html[i]) && i > 0
        && (html[i - 1] == '<' || (html[i - 1] == '/' && i > 1 && html[i - 2] == '<'));

    /// <summary>
    /// Returns the state after a character, none when the tag ends, and whether an attribute starts with it.
    /// </summary>
    private static (Place? To, bool IsNew) Step(Place at, char c) => at switch
    {
        Place.DoubleQuoted => (c == '"' ? Place.AfterQuoted : at, false),
        Place.SingleQuoted => (c == '\'' ? Place.AfterQuoted : at, false),
        _ when c == '>' => (null, false),
        Place.TagName => (IsSpace(c) || c == '/' ? Place.BeforeName : at, false),
        Place.Unquoted => (IsSpace(c) ? Place.BeforeName : at, false),
        Place.BeforeValue =>
            (IsSpace(c) ? at : c == '"' ? Place.DoubleQuoted : c == '\'' ? Place.SingleQuoted : Place.Unquoted, false),
        Place.Name or Place.AfterName when c == '=' => (Place.BeforeValue, false),
        Place.Name or Place.AfterName when IsSpace(c) => (Place.AfterName, false),
        Place.BeforeName or Place.AfterQuoted when IsSpace(c) => (Place.BeforeName, false),
        _ when c == '/' => (Place.BeforeName, false),
        Place.Name => (at, false),
        _ => (Place.Name, true),
    };

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\f' or '\r';
}
