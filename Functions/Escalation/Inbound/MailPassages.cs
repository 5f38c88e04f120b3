using System.Globalization;
using System.Text;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Separates new text in a mail from quotations. A quotation holds lines that the desk sent, or stands below an attribution to the desk
/// and says nothing of its own; when in doubt a line counts as new, since an unread word is worse than a repeated one.
/// </summary>
internal sealed class MailPassages
{
    /// <summary>The number of the desk's own lines in a row that proves a quotation without any mark.</summary>
    private const int EnoughKnown = 3;

    /// <summary>The number of words from which a line is recognised by them, and says something of its own otherwise.</summary>
    private const int SubstantialLine = 4;

    /// <summary>The number of lines within which one line still says something about another.</summary>
    private const int Nearby = 20;

    private static readonly string[] Greetings =
        ["met", "vriendelijke", "hartelijke", "groet", "groeten", "kind", "best", "regards"];

    private readonly IReadOnlyList<MailLine> lines;
    private readonly KnownText sent;
    private readonly QuoteHeads heads;
    private readonly List<string>[] words;
    private readonly bool[] isTrace;
    private readonly bool[] wasSent;
    private readonly bool[] known;
    private readonly QuoteOwner[] owners;
    private readonly QuoteBlock[] blocks;
    private readonly HashSet<QuoteBlock> echoes;
    private readonly bool marksMean;

    private MailPassages(IReadOnlyList<MailLine> lines, KnownText sent, KnownText seen, Func<string, bool> isDesk)
    {
        this.lines = lines;
        this.sent = sent;
        words = [.. lines.Select(line => KnownText.WordsOf(line.Text))];
        isTrace = [.. lines.Select((line, i) => words[i].Count == 0 && IsTrace(line.Text))];
        wasSent = Known(sent);
        heads = new QuoteHeads(lines, wasSent, isDesk).Find();
        known = [.. Known(seen).Zip(wasSent, (isSeen, isSent) => isSeen || isSent)];
        owners = Owners();
        blocks = QuoteBlock.Of(lines, heads, i => wasSent[i] && words[i].Count >= SubstantialLine);
        marksMean = Enumerable.Range(0, lines.Count).Any(i => (owners[i] != QuoteOwner.None || lines[i].Depth > 0)
            && heads[i] is null && !lines[i].IsBlank && !lines[i].IsSetApart);
        echoes = Echoes();
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

        return passages.Joined(quoted);
    }

    /// <summary>
    /// Whether a line is a remnant of the desk's own mail: an address with a code, a picture's name, a line of signs.
    /// </summary>
    private static bool IsTrace(string text) => !SaysAnything(text) || ReplyTokens.Without(text) != text
        || text.TrimStart().StartsWith("[cid:", StringComparison.Ordinal);

    /// <summary>Whether a text has a letter, a digit or a picture such as a thumb.</summary>
    internal static bool SaysAnything(string text) => text.EnumerateRunes().Any(rune =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol);

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
        var next = QuoteOwner.None;
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

        var block = blocks[i];
        return owners[i] switch
        {
            QuoteOwner.None when lines[i].Depth == 0 => (wasSent[i] || isTrace[i]) && IsInSentRun(i),
            QuoteOwner.None => (block.HoldsSent || echoes.Contains(block)) && (known[i] || IsRemnant(i)),
            QuoteOwner.Other => known[i],

            // Further down, a block may be the writer's own, who may write again what came before.
            _ => (block.Head is not null || block.HoldsSent || lines[i].Depth == 0 ? known : wasSent)[i] || IsRemnant(i),
        };
    }

    /// <summary>Whether a line of a quotation of the desk is a part of it that is not known, and says nothing of its own.</summary>
    private bool IsRemnant(int i) => isTrace[i] || (!IsMarked(i) && words[i].Count is > 0 and < SubstantialLine
        && (IsShortQuestion(i) || IsPlaceholder(i) || words[i].TrueForAll(Greetings.Contains)
            || (echoes.Contains(blocks[i]) && lines[i].Depth > blocks[i].Depth)));

    /// <summary>Whether a line asks something in the desk's words, which is less than an answer.</summary>
    private bool IsShortQuestion(int i) =>
        words[i].Count is > 0 and < SubstantialLine && lines[i].Text.TrimEnd().EndsWith('?') && sent.HasWords(words[i]);

    /// <summary>Whether a line only names a part of the desk's mail, perhaps with its number: <c>vraag 2</c>.</summary>
    private bool IsPlaceholder(int i) =>
        words[i].Where(word => !word.All(char.IsDigit)).ToList() is [var only] && sent.HasLabel(only);

    /// <summary>Whether a line is an answer between the lines of a quotation, by its look or by its own word.</summary>
    private bool IsMarked(int i) => (lines[i].IsSetApart && marksMean) || IsLabelled(i);

    /// <summary>Returns the blocks without an attribution that only repeat short questions, but for what was set between them.</summary>
    private HashSet<QuoteBlock> Echoes() =>
        [.. Enumerable.Range(0, lines.Count)
            .Where(i => owners[i] == QuoteOwner.None && lines[i].Depth > 0 && heads[i] is null && !lines[i].IsBlank)
            .GroupBy(i => blocks[i])
            .Where(block => block.Where(i => lines[i].Depth == blocks[i].Depth && !IsMarked(i)).ToList() is { Count: > 0 } plain
                && plain.TrueForAll(i => !lines[i].HasSigns && IsShortQuestion(i)))
            .Select(block => block.Key)];

    /// <summary>Whether a new line stands in a quotation, so that its signs are those of a mail program.</summary>
    private bool HasForeignSigns(int i) => blocks[i].HoldsSent || (blocks[i].Head ?? QuoteOwner.None) == QuoteOwner.Other;

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

    private List<(bool IsQuoted, string Text)> Joined(bool[] quoted)
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

            current.Add(quoted[i] || HasForeignSigns(i) ? lines[i].Text : lines[i].Written);
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
