using RegelLoket.Language;

namespace RegelLoket.Workbench;

/// <summary>
/// Searches the texts of cases: each word must occur somewhere in the case, also as part of a longer word.
/// </summary>
public sealed class CaseSearch
{
    private const int Before = 60;
    private const int Length = 180;

    private readonly string search;
    private readonly IReadOnlyList<string> words;

    public CaseSearch(string search)
    {
        this.search = search;
        words = SearchForm.WordsOf(search);
    }

    /// <summary>
    /// Whether there is nothing to search for; a search of punctuation alone is not empty and finds nothing.
    /// </summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(search);

    /// <summary>Returns the match; null when the case does not match, or the search is empty.</summary>
    public SearchMatch? Find(CaseEntry entry)
    {
        if (words.Count == 0)
        {
            return null;
        }

        if (entry.Row.Number.IsMeantBy(search))
        {
            return new SearchMatch("Zaaknummer", [new MatchPiece(entry.Row.Number.Value, IsHit: true)]);
        }

        var inTexts = words.Where(word => !entry.Row.Number.IsMeantBy(word)).ToList();
        return inTexts.TrueForAll(word => entry.Texts.Any(text => text.Form.Contains(word, StringComparison.Ordinal)))
            ? Excerpt(entry.Texts.MaxBy(text => words.Count(word => text.Form.Contains(word, StringComparison.Ordinal)))!)
            : null;
    }

    private SearchMatch Excerpt(SearchedText text)
    {
        var hits = HitsIn(text);
        var first = hits.Count > 0 ? hits[0].Begin : 0;
        var begin = first <= Before ? 0 : text.Text.LastIndexOf(' ', first - Before) + 1;
        var end = begin + Length >= text.Text.Length ? text.Text.Length
            : text.Text.LastIndexOf(' ', begin + Length) is var space
            && space > first ? space : begin + Length;
        var pieces = new List<MatchPiece>();
        if (begin > 0)
        {
            pieces.Add(new("… ", false));
        }

        var at = begin;
        foreach (var (from, to) in hits.Where(hit => hit.Begin >= begin && hit.End <= end))
        {
            if (from > at)
            {
                pieces.Add(new(text.Text[at..from], false));
            }

            pieces.Add(new(text.Text[from..to], true));
            at = to;
        }

        if (at < end)
        {
            pieces.Add(new(text.Text[at..end], false));
        }

        if (end < text.Text.Length)
        {
            pieces.Add(new(" …", false));
        }

        return new SearchMatch(text.Label, pieces);
    }

    /// <summary>
    /// Returns the ranges of all words in the original text, in order; overlapping matches are merged.
    /// </summary>
    private List<(int Begin, int End)> HitsIn(SearchedText text)
    {
        var places = new List<int>();
        var form = SearchForm.Of(text.Text, places);
        var hits = new List<(int Begin, int End)>();
        foreach (var word in words)
        {
            for (var at = 0; (at = form.IndexOf(word, at, StringComparison.Ordinal)) >= 0; at += word.Length)
            {
                hits.Add((places[at], places[at + word.Length - 1] + 1));
            }
        }

        hits.Sort();
        var joined = new List<(int Begin, int End)>();
        foreach (var hit in hits)
        {
            if (joined is [.., var last] && hit.Begin < last.End)
            {
                joined[^1] = (last.Begin, Math.Max(last.End, hit.End));
            }
            else
            {
                joined.Add(hit);
            }
        }

        return joined;
    }
}
