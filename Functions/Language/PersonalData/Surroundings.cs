namespace RegelLoket.Language.PersonalData;

/// <summary>The words around a position, within its sentence.</summary>
internal static class Surroundings
{
    public static string Before(string text, int index, int reach)
    {
        for (var i = index - 1; i >= Math.Max(0, index - reach); i--)
        {
            if (EndsSentence(text, i))
            {
                return text[(i + 1)..index];
            }
        }

        return text[Math.Max(0, index - reach)..index];
    }

    public static string After(string text, int index, int reach)
    {
        var end = Math.Min(text.Length, index + reach);
        for (var i = index; i < end; i++)
        {
            if (EndsSentence(text, i))
            {
                return text[index..i];
            }
        }

        return text[index..end];
    }

    /// <summary>
    /// Returns the index of the first finding that meets a condition which all later ones meet too; the count when
    /// there is none.
    /// </summary>
    public static int IndexOfFirst(IReadOnlyList<PersonalDataFinding> findings, Func<PersonalDataFinding, bool> holds)
    {
        var (first, after) = (0, findings.Count);
        while (first < after)
        {
            var middle = (first + after) / 2;
            (first, after) = holds(findings[middle]) ? (first, middle) : (middle + 1, after);
        }

        return first;
    }

    /// <summary>Whether a point ends a sentence: a capital follows, and no abbreviation or initial precedes.</summary>
    private static bool EndsSentence(string text, int i)
    {
        if (text[i] is '!' or '?' or '\n' or ';')
        {
            return true;
        }

        if (text[i] != '.' || i + 2 >= text.Length || !char.IsWhiteSpace(text[i + 1]) || !char.IsUpper(text[i + 2]))
        {
            return false;
        }

        var letters = 0;
        while (letters < 5 && i - 1 - letters >= 0 && char.IsLetterOrDigit(text[i - 1 - letters]))
        {
            letters++;
        }

        var word = text[(i - letters)..i].ToLowerInvariant();
        return letters > 4 || (letters > 1
            && word is not ("dhr" or "mevr" or "mw" or "dr" or "drs" or "geb" or "prof" or "fam" or "st" or "nr" or "tel"));
    }
}
