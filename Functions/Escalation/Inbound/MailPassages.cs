namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Separates new text in a mail from quotations. A quotation is text that the desk knows already; when in doubt a line
/// counts as new, since an unread word is worse than a repeated one.
/// </summary>
internal sealed class MailPassages
{
    /// <summary>
    /// The number of the desk's own lines that proves a quotation; with fewer, <c>&gt;</c> signs alone decide.
    /// </summary>
    private const int EnoughKnown = 3;

    private const int SubstantialLine = 4;

    /// <summary>The number of lines within which one line still says something about another.</summary>
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

    /// <summary>Returns the mail in passages, in their order; none of them is empty.</summary>
    /// <param name="lines">The lines of the mail.</param>
    /// <param name="sent">The texts that the desk sent.</param>
    /// <param name="seen">The texts that the desk received before; a person may write those again.</param>
    /// <param name="isDesk">Whether a line has an address or the name of the desk.</param>
    public static IReadOnlyList<(bool IsQuoted, string Text)> Of(IReadOnlyList<MailLine> lines, KnownText sent, KnownText seen,
        Func<string, bool> isDesk)
    {
        var passages = new MailPassages(lines, sent, seen, isDesk);
        var quoted = Enumerable.Range(0, lines.Count).Select(passages.IsQuoted).ToArray();
        if (!lines.Where((line, i) => !quoted[i] && passages.words[i].Count > 0).Any())
        {
            // No new text was found: lines that the desk does not know may be the whole message.
            quoted = [.. Enumerable.Range(0, lines.Count)
                .Select(i => passages.wasSent[i] || passages.heads[i] == QuoteOwner.Desk)];
        }

        return Joined(lines, quoted);
    }

    /// <summary>
    /// Whether a line is a remnant of the desk's own mail: an address with a code, a picture's name, a line of signs.
    /// </summary>
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

    /// <summary>Decides the owner of each line, by the attributions above it and its depth of quotation.</summary>
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

    /// <summary>Whether a line is in a run of the desk's own text, as programs without attributions quote it.</summary>
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

    /// <summary>Whether a line calls itself an answer, or continues one.</summary>
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
