using System.Collections.Concurrent;

namespace RegelLoket.Language;

/// <summary>
/// Splits a Dutch compound into words ("stagebegeleidingsvergoeding" → stage, begeleiding, vergoeding). A part is a
/// word of the vocabulary or of the word list, followed by at most a linking -s-, -e-, -en- or -n-. The split with the
/// fewest parts wins.
/// </summary>
public sealed class CompoundSplitter(WordList words, Func<string, bool> isVocabularyWord)
{
    private const int ShortestVocabularyPart = 3;
    private const int ShortestOtherPart = 4;
    private const int MostParts = 4;
    private const int CacheSize = 50_000;
    private static readonly string[] Links = ["", "s", "en", "e", "n"];
    private readonly ConcurrentDictionary<string, string[]> cache = new(StringComparer.Ordinal);

    /// <summary>Returns the parts, at least two; empty when the word is not a compound of known words.</summary>
    public IReadOnlyList<string> Split(string word)
    {
        if (word.Length < ShortestVocabularyPart * 2 || word.Length > 60)
        {
            return [];
        }

        if (cache.TryGetValue(word, out var known))
        {
            return known;
        }

        var parts = Find(word, 0, MostParts) is { Count: > 1 } found ? found.ToArray() : [];
        if (cache.Count < CacheSize)
        {
            cache[word] = parts;
        }

        return parts;
    }

    private List<string>? Find(string word, int from, int partsLeft)
    {
        if (from > 0 && IsPart(word[from..]))
        {
            return [word[from..]];
        }

        if (partsLeft == 1)
        {
            return null;
        }

        List<string>? best = null;
        for (var end = word.Length - ShortestVocabularyPart; end >= from + ShortestVocabularyPart; end--)
        {
            if (PartBefore(word[from..end]) is not { } part || Find(word, end, partsLeft - 1) is not { } rest)
            {
                continue;
            }

            if (best is null || rest.Count + 1 < best.Count)
            {
                best = [part, .. rest];
            }
        }

        return best;
    }

    private string? PartBefore(string text)
    {
        foreach (var link in Links)
        {
            if (text.EndsWith(link, StringComparison.Ordinal) && IsPart(text[..^link.Length]))
            {
                return text[..^link.Length];
            }
        }

        return null;
    }

    private bool IsPart(string text) =>
        (text.Length >= ShortestVocabularyPart && isVocabularyWord(text))
            || (text.Length >= ShortestOtherPart && words.ContainsWord(text));
}
