namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Lines of a mail that stand together: a block, a run of signs, or the text between two of them. People set their own words apart
/// in the same ways as programs do with quotations, so that only what a block holds, or the head above it, tells them from each other.
/// </summary>
internal sealed class QuoteBlock(QuoteOwner? head, int depth, bool holdsSent)
{
    /// <summary>The owner that the attribution directly above names; null without one.</summary>
    public QuoteOwner? Head => head;

    /// <summary>The smallest depth of its lines.</summary>
    public int Depth => depth;

    /// <summary>Whether it holds a substantial line that the desk sent.</summary>
    public bool HoldsSent => holdsSent;

    /// <summary>Returns the block of each line; an attribution is one of its own.</summary>
    /// <param name="lines">The lines of the mail.</param>
    /// <param name="heads">The attributions among them.</param>
    /// <param name="isProof">Whether a line is one that the desk sent, and is no coincidence.</param>
    public static QuoteBlock[] Of(IReadOnlyList<MailLine> lines, QuoteHeads heads, Func<int, bool> isProof)
    {
        var result = new QuoteBlock[lines.Count];
        QuoteOwner? above = null;
        for (var start = 0; start < lines.Count;)
        {
            var (end, last, depth, holdsSent) = (start, -1, int.MaxValue, false);
            for (; end < lines.Count && (lines[end].IsBlank || last < 0 || Continues(last, end)); end++)
            {
                if (!lines[end].IsBlank)
                {
                    (last, depth) = (end, Math.Min(depth, lines[end].Depth));
                    holdsSent |= heads[end] is null && isProof(end);
                }
            }

            Array.Fill(result, new QuoteBlock(above, depth, holdsSent), start, end - start);
            above = last < 0 ? above : heads[last];
            start = end;
        }

        return result;

        bool Continues(int previous, int line) => heads[previous] is null && heads[line] is null
            && lines[previous].Depth > 0 == lines[line].Depth > 0;
    }
}
