namespace RegelLoket.Language;

/// <summary>
/// Finds the vocabulary word that differs from a mistyped one by one letter added, left out, changed or swapped with
/// its neighbour.
/// </summary>
public sealed class SpellingCorrector
{
    private const int ShortestWord = 6;
    private readonly Dictionary<string, List<string>> wordsByDeletion = new(StringComparer.Ordinal);
    private readonly int longestWord;

    public SpellingCorrector(IEnumerable<string> vocabulary)
    {
        foreach (var word in vocabulary.Where(word => word.Length >= ShortestWord))
        {
            longestWord = Math.Max(longestWord, word.Length);
            foreach (var key in Deletions(word).Append(word))
            {
                if (!wordsByDeletion.TryGetValue(key, out var list))
                {
                    wordsByDeletion[key] = list = [];
                }

                list.Add(word);
            }
        }
    }

    /// <summary>Returns the word that was meant; null when there is none, or the word is longer than any of them could be.</summary>
    public string? Correct(string word)
    {
        // The deletions of a word take the square of its length: what nobody means by accident is not tried.
        if (word.Length < ShortestWord || word.Length > longestWord + 1)
        {
            return null;
        }

        foreach (var key in Deletions(word).Prepend(word))
        {
            if (wordsByDeletion.TryGetValue(key, out var candidates))
            {
                return candidates.Find(candidate => IsOneStepAway(word, candidate)) ?? null;
            }
        }

        return null;
    }

    private static IEnumerable<string> Deletions(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            yield return word.Remove(i, 1);
        }
    }

    private static bool IsOneStepAway(string a, string b)
    {
        if (a.Length > b.Length)
        {
            (a, b) = (b, a);
        }

        var i = 0;
        while (i < a.Length && a[i] == b[i])
        {
            i++;
        }

        if (a.Length == b.Length)
        {
            return i == a.Length || a[(i + 1)..] == b[(i + 1)..]
                || (i + 1 < a.Length && a[i] == b[i + 1] && a[i + 1] == b[i] && a[(i + 2)..] == b[(i + 2)..]);
        }

        return b.Length - a.Length == 1 && a[i..] == b[(i + 1)..];
    }
}
