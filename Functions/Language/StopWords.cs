using System.Collections.Frozen;

namespace RegelLoket.Language;

/// <summary>Words that say nothing on what a report is about.</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> Empty = WordSet.Load("empty");
    private static readonly FrozenSet<string> OnlyInPhrases = WordSet.Load("only-in-phrases");
    private static readonly FrozenSet<string> Everyday = WordSet.Load("everyday");
    private static readonly FrozenSet<string> Sector = WordSet.Load("sector");

    /// <summary>Turns up in reports on anything; it counts, but less.</summary>
    public static bool IsEveryday(string word) => Everyday.Contains(word);

    /// <summary>Names a place, a client or a profession in care: it says who reports, and little of whose rule it is about.</summary>
    public static bool IsSector(string word) => Sector.Contains(word);

    /// <summary>Says nothing, also within a phrase: articles, pronouns, auxiliaries.</summary>
    public static bool IsEmpty(string word) => word.Length < 2 || Empty.Contains(word);

    /// <summary>Says too little to stand alone; in a phrase it counts ("meer uren", "zonder diploma").</summary>
    public static bool IsTooCommon(string word) => IsEmpty(word) || OnlyInPhrases.Contains(word);
}
