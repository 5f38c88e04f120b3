using System.Globalization;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Finds the attributions of quotations: "Op … schreef …:", a block of "Van: … Verzonden: …", the rule above it. A line
/// with an address of the desk is certain; others are recognised by their form, and only when a quotation follows.
/// </summary>
/// <param name="lines">The lines of the mail.</param>
/// <param name="wasSent">The lines that the desk sent.</param>
/// <param name="isDesk">Whether a line has an address or the name of the desk.</param>
internal sealed class QuoteHeads(IReadOnlyList<MailLine> lines, bool[] wasSent, Func<string, bool> isDesk)
{
    /// <summary>
    /// The number of lines below an unmarked attribution within which there must be text that the desk sent.
    /// </summary>
    private const int Nearby = 20;

    private const int MostAttributionLines = 4;
    private const int MostHeaderLines = 30;
    private static readonly string[] Sent = ["verzonden", "sent", "datum", "date", "gesendet"];
    private static readonly string[] Senders = ["van", "from", "von"];
    private static readonly string[] Recipients = ["aan", "to", "an", "cc", "bcc", "antwoord aan", "beantwoorden aan", "reply-to"];
    private static readonly string[] Headers =
        ["onderwerp", "subject", "betreft", "betreff", "prioriteit", "urgentie", "importance", "bijlagen", "attachments"];
    private static readonly string[] Verbs = ["schreef", "geschreven", "wrote", "schrieb", "écrit", "writes"];
    private static readonly string[] Openers = ["op ", "on ", "am ", "le ", "el ", "den "];

    private readonly QuoteOwner?[] heads = new QuoteOwner?[lines.Count];
    private readonly bool[] opensFlat = new bool[lines.Count];

    /// <summary>Returns the owner of the quotation below an attribution; null for any other line.</summary>
    public QuoteOwner? this[int line] => heads[line];

    /// <summary>
    /// Whether neither signs nor a block mark the quotation below an attribution, so that it runs to the end.
    /// </summary>
    public bool OpensFlat(int line) => opensFlat[line];

    public QuoteHeads Find()
    {
        for (var i = 0; i < lines.Count; i++)
        {
            i = heads[i] is null && HeaderBlockAt(i) is { } end ? end : i;
        }

        for (var i = 0; i < lines.Count; i++)
        {
            if (heads[i] is null)
            {
                FindAttributionEndingAt(i);
            }
        }

        return this;
    }

    /// <summary>
    /// Marks the block of headers that starts here and returns its last line; null when there is none.
    /// </summary>
    private int? HeaderBlockAt(int start)
    {
        if (LabelOf(start) is not { } first || !Senders.Contains(first))
        {
            return null;
        }

        var end = start;
        var labels = 0;
        var sawSent = false;
        var holdsAddresses = true;
        var limit = Math.Min(lines.Count, start + MostHeaderLines);
        for (var i = start + 1; i < limit && lines[i].Depth == lines[start].Depth; i++)
        {
            // A program that doubles every line end leaves an empty line between two labels.
            if (lines[i].IsBlank && i + 1 < limit && LabelOf(i + 1) is not null)
            {
                continue;
            }

            if (lines[i].IsBlank)
            {
                break;
            }

            var label = LabelOf(i);
            sawSent |= label is not null && Sent.Contains(label);
            labels += label is not null ? 1 : 0;
            holdsAddresses = label is null ? holdsAddresses : Senders.Contains(label) || Recipients.Contains(label);
            if (label is null && !(holdsAddresses && lines[i].Text.Contains('@', StringComparison.Ordinal)))
            {
                break;
            }

            end = i;
        }

        if (labels == 0 || (!sawSent && labels < 2))
        {
            return null;
        }

        // A wrapped label has its value on the next line.
        var from = LabelOf(start + 1) is null ? $"{lines[start].Text} {lines[start + 1].Text}" : lines[start].Text;
        var owner = isDesk(from) ? QuoteOwner.Desk : QuoteOwner.Other;
        for (var i = start; i <= end; i++)
        {
            heads[i] = owner;
        }

        opensFlat[end] = true;
        MarkRuleAbove(start, owner);
        return end;
    }

    private void MarkRuleAbove(int start, QuoteOwner owner)
    {
        for (var i = start - 1; i >= 0 && i >= start - 3; i--)
        {
            if (IsRule(lines[i].Text))
            {
                heads[i] = owner;
                return;
            }

            if (!lines[i].IsBlank)
            {
                return;
            }
        }
    }

    /// <summary>
    /// The rules above a quotation: "-----Oorspronkelijk bericht-----", "________" and "Begin doorgestuurd bericht:".
    /// </summary>
    private static bool IsRule(string text)
    {
        var trimmed = text.Trim();
        return trimmed.StartsWith("--", StringComparison.Ordinal) && trimmed.EndsWith("--", StringComparison.Ordinal)
            || trimmed.StartsWith("____", StringComparison.Ordinal) && trimmed.Trim('_').Length == 0
            || trimmed.Equals("Begin doorgestuurd bericht:", StringComparison.OrdinalIgnoreCase)
            || trimmed.Equals("Begin forwarded message:", StringComparison.OrdinalIgnoreCase);
    }

    private void FindAttributionEndingAt(int end)
    {
        var line = lines[end];
        if (line.IsBlank || !(line.IsAttribution || line.Text.TrimEnd().EndsWith(':')))
        {
            return;
        }

        for (var start = end; start >= 0 && start > end - MostAttributionLines; start--)
        {
            if (lines[start].IsBlank || lines[start].Depth != line.Depth || heads[start] is not null)
            {
                return;
            }

            var joined = string.Join(' ', Enumerable.Range(start, end - start + 1).Select(i => lines[i].Text));
            if (IsAttribution(joined, start, end))
            {
                var owner = isDesk(joined) ? QuoteOwner.Desk : QuoteOwner.Other;
                for (var i = start; i <= end; i++)
                {
                    heads[i] = owner;
                }

                opensFlat[end] = !QuotationFollows(end) && (owner == QuoteOwner.Other || SentFollows(end));
                return;
            }
        }
    }

    private bool IsAttribution(string joined, int start, int end)
    {
        var text = joined.Trim().ToLower(CultureInfo.InvariantCulture);
        var begins = Openers.Any(opener => text.StartsWith(opener, StringComparison.Ordinal)) && text.Any(char.IsDigit);
        var says = Verbs.Any(verb => text.Contains(verb, StringComparison.Ordinal));
        return lines[start].IsAttribution
            || begins && says && (QuotationFollows(end) || isDesk(joined) && SentFollows(end))
            || !begins && says && QuotationFollows(end) && start == end
            && (isDesk(joined) || text.Contains('@', StringComparison.Ordinal))
                && !ContinuesAbove(start);
    }

    /// <summary>Whether the line above is part of the same sentence, so that the attribution starts earlier.</summary>
    private bool ContinuesAbove(int start) =>
        start > 0 && !lines[start - 1].IsBlank && lines[start - 1].Depth == lines[start].Depth
        && Openers.Any(opener => lines[start - 1].Text.TrimStart().StartsWith(opener, StringComparison.OrdinalIgnoreCase));

    private bool QuotationFollows(int end)
    {
        var next = end + 1;
        while (next < lines.Count && lines[next].IsBlank && lines[next].Depth == lines[end].Depth)
        {
            next++;
        }

        return next < lines.Count && lines[next].Depth > lines[end].Depth;
    }

    /// <summary>
    /// Whether the desk's own text follows; a sentence about the desk's mail is followed by the writer's text.
    /// </summary>
    private bool SentFollows(int end) => wasSent.AsSpan(end + 1, Math.Min(Nearby, lines.Count - end - 1)).Contains(true);

    /// <summary>
    /// Returns the label of a line such as "Van: …" or "*Verzonden:* …", in lower case; null when mails have no such
    /// label.
    /// </summary>
    private string? LabelOf(int line)
    {
        var text = lines[line].Text.TrimStart(' ', '*', '\t');
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 2 or > 20)
        {
            return null;
        }

        var label = text[..colon].Trim(' ', '*').ToLower(CultureInfo.InvariantCulture);
        return new[] { Senders, Sent, Recipients, Headers }.Any(labels => labels.Contains(label)) ? label : null;
    }
}
