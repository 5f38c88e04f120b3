using System.Collections.Frozen;

namespace RegelLoket.Language;

/// <summary>Words that do not distinguish the subject of a report.</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> Empty = WordSet.Load("empty");
    private static readonly FrozenSet<string> OnlyInPhrases = WordSet.Load("only-in-phrases");
    private static readonly FrozenSet<string> Everyday = WordSet.Load("everyday");
    private static readonly FrozenSet<string> Sector = WordSet.Load("sector");

    /// <summary>Whether a word occurs in reports on anything; it has a lower weight.</summary>
    public static bool IsEveryday(string word) => Everyday.Contains(word);

    /// <summary>Whether a word names a place, client or profession in care, which describes the reporter.</summary>
    public static bool IsSector(string word) => Sector.Contains(word);

    /// <summary>Whether a word has no meaning even within a phrase: articles, pronouns, auxiliaries.</summary>
    public static bool IsEmpty(string word) => word.Length < 2 || Empty.Contains(word);

    /// <summary>Whether a word is too common alone but counts in a phrase ("meer uren", "zonder diploma").</summary>
    public static bool IsTooCommon(string word) => IsEmpty(word) || OnlyInPhrases.Contains(word);
}
