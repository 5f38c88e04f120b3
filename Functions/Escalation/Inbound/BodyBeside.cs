namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Finds what only the other body of a mail says. Most programs write the same in both; a gateway or a list writes in one alone.
/// </summary>
internal sealed class BodyBeside
{
    private const int LongestMarker = 4;
    private const int MostWordsOfNote = 25;

    private static readonly char[] Separators = [' ', '\t', '\u00A0', '<', '>'];
    private static readonly string[] Layouts = ["opmaak", "html", "mime", "multipart"];
    private static readonly string[] Programs =
        ["programma", "mailprogramma", "emailprogramma", "client", "viewer", "reader", "browser", "program", "format"];

    private readonly KnownText said;
    private readonly HashSet<string> parts = new(StringComparer.Ordinal);

    /// <param name="main">The lines of the body that leads.</param>
    /// <param name="pictures">The words and names that stand for pictures and files, which the other body may write out.</param>
    public BodyBeside(List<MailLine> main, IEnumerable<string> pictures)
    {
        said = new KnownText([
            string.Join('\n', main.Select(line => line.Text)),
            string.Join('\n', pictures.SelectMany(name => new[] { name, $"image {name}" })),
        ]);
        parts.UnionWith(main.SelectMany(line => PartsOf(line.Text)));
    }

    /// <summary>Returns the new passages of the other body, without the lines that the main one has too.</summary>
    public IEnumerable<(bool IsQuoted, string Text)> Of(IReadOnlyList<(bool IsQuoted, string Text)> other)
    {
        foreach (var passage in other.Where(passage => !passage.IsQuoted))
        {
            var kept = new List<string>();
            List<string> before = [];
            foreach (var line in passage.Text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)))
            {
                var words = KnownText.WordsOf(WithoutTelephone(line));
                var isSaid = words.Count > 0 ? said.Has(words, before) || (IsNumbered(line) && said.Has(words[1..], before))
                    : PartsOf(line).All(parts.Contains);
                before = isSaid ? words : [];
                if (!isSaid)
                {
                    kept.Add(line);
                }
            }

            if (kept.Count > 0)
            {
                yield return (IsNote(kept), string.Join('\n', kept));
            }
        }
    }

    /// <summary>Whether a passage is the note of a mail program that it shows no layout, which is folded beside the layout.</summary>
    private bool IsNote(List<string> lines)
    {
        var words = lines.SelectMany(KnownText.WordsOf).ToList();
        return parts.Count > 0 && words.Count <= MostWordsOfNote && words.Exists(Layouts.Contains) && words.Exists(Programs.Contains);
    }

    /// <summary>Returns the parts of a line that say something, with links, without the signs around them.</summary>
    private static IEnumerable<string> PartsOf(string line) => line.Split(Separators, StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Trim('.', ',', ';', ':', '(', ')', '[', ']', '*', '_')).Where(MailPassages.SaysAnything);

    /// <summary>Whether a line starts with the number of a list, which a page does not write out.</summary>
    private static bool IsNumbered(string line)
    {
        var text = line.TrimStart();
        var end = text.IndexOfAny(Separators);
        return end is > 1 and <= LongestMarker && (text[end - 1] is '.' or ')')
            && (text[..(end - 1)].All(char.IsAsciiDigit) || (end == 2 && char.IsAsciiLetter(text[0])));
    }

    /// <summary>Returns a line without the targets of its telephone links.</summary>
    private static string WithoutTelephone(string line) => string.Join(' ', line.Split(Separators, StringSplitOptions.RemoveEmptyEntries)
        .Where(part => !part.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)));
}
