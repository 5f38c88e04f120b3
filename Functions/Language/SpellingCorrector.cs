namespace RegelLoket.Language;

/// <summary>
/// Finds the vocabulary word that differs from a mistyped one by one letter added, left out, changed or swapped with
/// its neighbour.
/// </summary>
public sealed class SpellingCorrector
{
    private const int ShortestWord = 6;
    private readonly Dictionary<string, List<string>> wordsByDeletion = new(StringComparer.Ordinal);

    public SpellingCorrector(IEnumerable<string> vocabulary)
    {
        foreach (var word in vocabulary.Where(word => word.Length >= ShortestWord))
        {
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

    public string? Correct(string word)
    {
        if (word.Length < ShortestWord)
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
