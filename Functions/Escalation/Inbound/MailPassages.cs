namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Tells in a mail what was newly written from what it quotes. Quoted is what the desk has already; where in doubt a
/// line counts as new, since a word that nobody reads is worse than one that is read twice.
/// </summary>
internal sealed class MailPassages
{
    /// <summary>Signs quote for certain, unless so many lines below them are the desk's that another one stands out.</summary>
    private const int EnoughKnown = 3;

    private const int SubstantialLine = 4;

    /// <summary>How many lines away another one still says something of this one.</summary>
    private const int Nearby = 20;

    private readonly IReadOnlyList<MailLine> lines;
    private readonly QuoteHeads heads;
    private readonly List<string>[] words;
    private readonly bool[] isTrace;
    private readonly bool[] wasSent;
    private readonly bool[] known;
    private readonly QuoteOwner[] owners;
    private readonly int knownQuoted;
    private readonly bool marksMean;

    private MailPassages(IReadOnlyList<MailLine> lines, KnownText sent, KnownText seen, Func<string, bool> isDesk)
    {
        this.lines = lines;
        words = [.. lines.Select(line => KnownText.WordsOf(line.Text))];
        isTrace = [.. lines.Select((line, i) => words[i].Count == 0 && IsTrace(line.Text))];
        wasSent = Known(sent);
        heads = new QuoteHeads(lines, wasSent, isDesk).Find();
        known = [.. Known(seen).Zip(wasSent, (isSeen, isSent) => isSeen || isSent)];
        owners = Owners();
        var quoted = Enumerable.Range(0, lines.Count)
            .Where(i => owners[i] != QuoteOwner.None && heads[i] is null && !lines[i].IsBlank).ToList();
        knownQuoted = quoted.Count(i => known[i] && words[i].Count >= SubstantialLine);
        marksMean = quoted.Any(i => !lines[i].IsSetApart);
    }

    /// <summary>The mail in its passages, in their order; none of them is empty.</summary>
    /// <param name="lines">The lines of the mail.</param>
    /// <param name="sent">What the desk sent.</param>
    /// <param name="seen">What the desk got before; a person may write that again.</param>
    /// <param name="isDesk">Whether a line names an address or the name of the desk.</param>
    public static IReadOnlyList<(bool IsQuoted, string Text)> Of(IReadOnlyList<MailLine> lines, KnownText sent, KnownText seen,
        Func<string, bool> isDesk)
    {
        var passages = new MailPassages(lines, sent, seen, isDesk);
        var quoted = Enumerable.Range(0, lines.Count).Select(passages.IsQuoted).ToArray();
        if (!lines.Where((line, i) => !quoted[i] && passages.words[i].Count > 0).Any())
        {
            // Nothing is left as new: what the desk does not know may be all that the sender had to say.
            quoted = [.. Enumerable.Range(0, lines.Count)
                .Select(i => passages.wasSent[i] || passages.heads[i] == QuoteOwner.Desk)];
        }

        return Joined(lines, quoted);
    }

    /// <summary>What is left of a mail of ours besides words: an address with our code, a picture's name, a line of signs.</summary>
    private static bool IsTrace(string text) => !text.Any(char.IsLetterOrDigit) || ReplyTokens.Without(text) != text
        || text.TrimStart().StartsWith("[cid:", StringComparison.Ordinal);

    private bool[] Known(KnownText text)
    {
        var result = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            result[i] = text.Has(words[i], i > 0 && result[i - 1] ? words[i - 1] : []);
        }

        return result;
    }

    /// <summary>Whose words each line holds, by the heads above it and by how deep it is quoted.</summary>
    private QuoteOwner[] Owners()
    {
        var result = new QuoteOwner[lines.Count];
        var flat = new Dictionary<int, QuoteOwner>();
        var next = QuoteOwner.Desk;
        for (var i = 0; i < lines.Count; i++)
        {
            var depth = lines[i].Depth;
            result[i] = flat.TryGetValue(depth, out var owner) ? owner : depth > 0 ? next : QuoteOwner.None;
            if (heads[i] is not { } named)
            {
                continue;
            }

            next = named;
            if (heads.OpensFlat(i))
            {
                flat = flat.Where(open => open.Key < depth).ToDictionary();
                flat[depth] = named;
            }
        }

        return result;
    }

    private bool IsQuoted(int i)
    {
        if (heads[i] is { } head)
        {
            return head == QuoteOwner.Desk;
        }

        return owners[i] switch
        {
            QuoteOwner.None => (wasSent[i] || isTrace[i]) && IsInSentRun(i),
            QuoteOwner.Other => known[i],
            _ => known[i] || isTrace[i]
                || (lines[i].HasSigns ? knownQuoted < EnoughKnown
                    : knownQuoted == 0 && !(lines[i].IsSetApart && marksMean) && !IsLabelled(i)),
        };
    }

    /// <summary>Our words without any head above them: some programs leave it out.</summary>
    private bool IsInSentRun(int i)
    {
        var run = wasSent[i] ? 1 : 0;
        bool Continues(int at) => wasSent[at] || isTrace[at] || lines[at].IsBlank;
        for (var above = i - 1; above >= 0 && above > i - Nearby && run < EnoughKnown && Continues(above); above--)
        {
            run += wasSent[above] ? 1 : 0;
        }

        for (var below = i + 1; below < lines.Count && below < i + Nearby && run < EnoughKnown && Continues(below); below++)
        {
            run += wasSent[below] ? 1 : 0;
        }

        return run >= EnoughKnown;
    }

    /// <summary>A line that calls itself an answer, or goes on from one.</summary>
    private bool IsLabelled(int i)
    {
        for (var first = i - Nearby; i >= 0 && i > first && !lines[i].IsBlank; i--)
        {
            var start = lines[i].Text.TrimStart(' ', '*', '-', '[', '(');
            if (start.StartsWith("antwoord", StringComparison.OrdinalIgnoreCase)
                || start.StartsWith("reactie", StringComparison.OrdinalIgnoreCase)
                || start.StartsWith("answer", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static List<(bool IsQuoted, string Text)> Joined(IReadOnlyList<MailLine> lines, bool[] quoted)
    {
        var passages = new List<(bool IsQuoted, string Text)>();
        var current = new List<string>();
        var isQuoted = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].IsBlank && quoted[i] != isQuoted)
            {
                End();
                isQuoted = quoted[i];
            }

            current.Add(lines[i].Text);
        }

        End();
        return passages;

        void End()
        {
            var text = string.Join('\n', current).Trim('\n', ' ', '\t', '\r');
            if (text.Length > 0)
            {
                passages.Add((isQuoted, text));
            }

            current.Clear();
        }
    }
}
