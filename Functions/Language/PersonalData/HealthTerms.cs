using System.Collections.Frozen;

namespace RegelLoket.Language.PersonalData;

/// <summary>The words for illnesses, complaints, treatments and operations, including phrases and compounds.</summary>
internal static class HealthTerms
{
    private const int ShortestCompound = 7;
    private const int LongestCompound = 40;

    private static readonly FrozenSet<string> Parts = WordSet.Load("health-parts");
    private static readonly string[] Endings = [.. WordSet.Load("health-endings").OrderByDescending(ending => ending.Length)];

    /// <summary>The terms by their first word, the longest first; each value holds the words after that one.</summary>
    private static readonly FrozenDictionary<string, string[][]> Terms = WordSet.Load("health-terms")
        .Select(term => term.Split(' '))
        .GroupBy(words => words[0], StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key, group => group.Select(words => words[1..]).OrderByDescending(words => words.Length)
            .ToArray(), StringComparer.Ordinal);

    /// <summary>Returns the index of the last word of a term that begins here; null when there is none.</summary>
    public static int? EndOfTerm(ScannedText text, int i)
    {
        var word = text.Plain(i);
        if (Terms.TryGetValue(word, out var terms))
        {
            foreach (var rest in terms)
            {
                if (Follows(text, i, rest))
                {
                    return i + rest.Length;
                }
            }
        }

        return word switch
        {
            "ms" or "als" =>
                text[i].Text is "MS" or "ALS" || (word == "ms" && text.Plain(i - 1) is "heeft" or "met" or "voor" or "van"
                or "heb" or "had") ? i : null,
            "ziekte" or "syndroom" =>
                text.Plain(i + 1) == "van" && i + 2 < text.Count && text[i + 2].IsCapitalised ? i + 2 : null,
            "gebroken" or "kapotte" or "versleten" or "kapot" or "verbrijzelde" or "ontstoken" or "gescheurde" =>
                IsPartOfBody(text.Plain(i + 1)) && text.OnlyBlank(i) ? i + 1 : null,
            "been" or "arm" or "voet" => text.Plain(i + 1) is "geamputeerd" or "gebroken" or "afgezet" ? i + 1 : null,
            _ => IsCompound(word) ? i : null,
        };
    }

    /// <summary>Returns the end of a term with its number ("diabetes type 1") or the object of an addiction.</summary>
    public static int WithNumber(string text, int end, string lastWord)
    {
        if (lastWord == "type" && end + 1 < text.Length && text[end] == ' ' && char.IsAsciiDigit(text[end + 1]))
        {
            return end + 2;
        }

        if (lastWord != "verslaafd" || !text.AsSpan(end).StartsWith(" aan ", StringComparison.Ordinal))
        {
            return end;
        }

        var at = end + " aan ".Length;
        while (at < text.Length && char.IsLetter(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool Follows(ScannedText text, int i, string[] rest)
    {
        for (var k = 0; k < rest.Length; k++)
        {
            if (text.Plain(i + k + 1) != rest[k] || !text.OnlyBlank(i + k))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a word is a compound of a health term: "borstkankerpatiënt", "knieoperatie".</summary>
    private static bool IsCompound(string word)
    {
        if (word.Length is < ShortestCompound or > LongestCompound)
        {
            return false;
        }

        foreach (var ending in Endings)
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal) || word.Length == ending.Length)
            {
                continue;
            }

            var head = word[..^ending.Length].TrimEnd('-');
            if (Parts.Contains(head) || (head.EndsWith('s') && Parts.Contains(head[..^1]))
                || (head.EndsWith("en", StringComparison.Ordinal) && Parts.Contains(head[..^2]))
                || (ending.StartsWith("patient", StringComparison.Ordinal) && (Terms.ContainsKey(head) || IsCompound(head))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPartOfBody(string word) =>
        Parts.Contains(word) || word is "knieen" or "benen" or "armen" or "ribben" or "heupen"
        or "handen" or "voeten" or "ruggenwervel";
}
