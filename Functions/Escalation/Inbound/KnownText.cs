using System.Text;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// The texts that the desk sent or received before. A line is known when its words follow each other in one of them,
/// however a mail program wrapped, marked or styled it. The cost is linear in the texts.
/// </summary>
internal sealed class KnownText
{
    /// <summary>The number of consecutive words that cannot be a coincidence.</summary>
    private const int Run = 3;

    private readonly HashSet<string> runs = new(StringComparer.Ordinal);
    private readonly HashSet<string> lines = new(StringComparer.Ordinal);
    private readonly HashSet<string> vocabulary = new(StringComparer.Ordinal);
    private readonly HashSet<string> labels = new(StringComparer.Ordinal);

    public KnownText(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            var all = new List<string>();
            foreach (var line in text.Split('\n'))
            {
                var words = WordsOf(line);
                if (words.Count > 0)
                {
                    all.AddRange(words);
                    lines.Add(string.Join(' ', words));
                    labels.UnionWith(line.TrimEnd().EndsWith(':') ? words.TakeLast(1) : []);
                }
            }

            vocabulary.UnionWith(all);
            AddRuns(all);
        }
    }

    /// <summary>Whether the desk knows a line already.</summary>
    /// <param name="words">The words of the line.</param>
    /// <param name="before">The words of the known line directly above, which a mail program may have wrapped; empty
    /// otherwise.</param>
    public bool Has(IReadOnlyList<string> words, IReadOnlyList<string> before) =>
        words.Count > 0 && (lines.Contains(string.Join(' ', words))
            || (words.Count >= Run ? HasRuns(words) : before.Count >= Run - 1
                && HasRuns([.. before.TakeLast(Run - 1), .. words])));

    /// <summary>Whether all words occur somewhere in the texts.</summary>
    public bool HasWords(IReadOnlyList<string> words) => words.All(vocabulary.Contains);

    /// <summary>Whether a word is the label of a part of the texts, such as <c>De vraag:</c>.</summary>
    public bool HasLabel(string word) => labels.Contains(word);

    /// <summary>
    /// Returns the words of a line: letters and digits, without addresses and links, since mail programs rewrite those.
    /// </summary>
    public static List<string> WordsOf(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var part in line.Split([' ', '\t', '\u00A0', '<', '>'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Contains("://", StringComparison.Ordinal) || part.Contains('@', StringComparison.Ordinal)
                || part.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            foreach (var c in part)
            {
                if (char.IsLetterOrDigit(c))
                {
                    word.Append(char.ToLowerInvariant(c));
                }
                else
                {
                    End();
                }
            }

            End();
        }

        return words;

        void End()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    private void AddRuns(List<string> words)
    {
        for (var i = 0; i + Run <= words.Count; i++)
        {
            runs.Add(string.Join(' ', words[i], words[i + 1], words[i + 2]));
        }
    }

    private bool HasRuns(IReadOnlyList<string> words)
    {
        for (var i = 0; i + Run <= words.Count; i++)
        {
            if (!runs.Contains(string.Join(' ', words[i], words[i + 1], words[i + 2])))
            {
                return false;
            }
        }

        return true;
    }
}
