using System.Collections.Frozen;
using System.Reflection;

namespace RegelLoket.Language.PersonalData;

/// <summary>First names and surnames that are common in the Netherlands, without accents and in small letters.</summary>
internal static class NameLexicon
{
    /// <summary>
    /// First names that are also everyday words, abbreviations or parts of an organisation's name: alone they prove nothing.
    /// </summary>
    private static readonly FrozenSet<string> AlsoWords = WordSet.Load("first-names-also-words");

    private static readonly FrozenSet<string> FirstNames = Load("voornamen.txt");
    private static readonly FrozenSet<string> Surnames = Load("achternamen.txt");

    public static bool IsFirstName(string word) => FirstNames.Contains(Tokenizer.Plain(word));

    public static bool IsUnmistakableFirstName(string word) => IsFirstName(word) && !IsAlsoWord(word);

    public static bool IsAlsoWord(string word) => AlsoWords.Contains(Tokenizer.Plain(word));

    public static bool IsSurname(string word) => Surnames.Contains(Tokenizer.Plain(word));

    private static FrozenSet<string> Load(string file)
    {
        var name = "RegelLoket.Language.PersonalData." + file;
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"{name} is not embedded in the app.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(entry => Tokenizer.Plain(entry))
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
