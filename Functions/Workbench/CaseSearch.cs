using RegelLoket.Cases;

namespace RegelLoket.Workbench;

/// <summary>Where a search hit: a piece of a text, with the words to mark.</summary>
/// <param name="Label">Which text it is.</param>
/// <param name="Pieces">The excerpt in pieces; marked ones are the words that were searched.</param>
public sealed record SearchMatch(string Label, IReadOnlyList<MatchPiece> Pieces);

/// <summary>A piece of an excerpt.</summary>
public sealed record MatchPiece(string Text, bool IsHit);

/// <summary>Looks for words in the texts of cases: each word must stand somewhere in the case, also as part of a longer word.</summary>
public sealed class CaseSearch
{
    private const int Before = 60;
    private const int Length = 180;

    private readonly string[] words;
    private readonly CaseNumber? number;

    public CaseSearch(string search)
    {
        words = [.. Folding.Fold(search).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
        number = CaseNumber.TryParse(search, out var parsed) ? parsed : null;
    }

    public bool IsEmpty => words.Length == 0;

    /// <summary>Null when the case does not fit, or nothing was searched.</summary>
    public SearchMatch? Find(CaseEntry entry)
    {
        if (IsEmpty)
        {
            return null;
        }

        if (number == entry.Row.Number)
        {
            return new SearchMatch("Zaaknummer", [new MatchPiece(entry.Row.Number.Value, IsHit: true)]);
        }

        return words.All(word => entry.Texts.Any(text => text.Folded.Contains(word, StringComparison.Ordinal)))
            ? Excerpt(entry.Texts.MaxBy(text => words.Count(word => text.Folded.Contains(word, StringComparison.Ordinal)))!)
            : null;
    }

    private SearchMatch Excerpt(SearchedText text)
    {
        var first = words.Select(word => text.Folded.IndexOf(word, StringComparison.Ordinal)).Where(at => at >= 0).Min();
        var begin = first <= Before ? 0 : text.Text.LastIndexOf(' ', first - Before) + 1;
        var end = begin + Length >= text.Text.Length ? text.Text.Length : text.Text.LastIndexOf(' ', begin + Length) is var space
            && space > first ? space : begin + Length;
        var pieces = new List<MatchPiece>();
        if (begin > 0)
        {
            pieces.Add(new("… ", false));
        }

        for (var at = begin; at < end;)
        {
            var (hit, word) = NextHit(text.Folded, at, end);
            if (hit > at)
            {
                pieces.Add(new(text.Text[at..hit], false));
            }

            if (word > 0)
            {
                pieces.Add(new(text.Text.Substring(hit, word), true));
            }

            at = hit + word;
        }

        if (end < text.Text.Length)
        {
            pieces.Add(new(" …", false));
        }

        return new SearchMatch(text.Label, pieces);
    }

    /// <summary>The next hit of any word, the longest at the same place; the end with length 0 when there is none.</summary>
    private (int At, int Length) NextHit(string folded, int from, int end)
    {
        var (at, length) = (end, 0);
        foreach (var word in words)
        {
            var hit = folded.IndexOf(word, from, end - from, StringComparison.Ordinal);
            if (hit >= 0 && (hit < at || (hit == at && word.Length > length)))
            {
                (at, length) = (hit, word.Length);
            }
        }

        return (at, length);
    }
}
