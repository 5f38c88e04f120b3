using System.Collections.Frozen;
using System.Reflection;
using RegelLoket.ContextAnalysis.Language;

namespace RegelLoket.ContextAnalysis.PersonalData;

/// <summary>First names and surnames that are common in the Netherlands, without accents and in small letters.</summary>
internal static class NameLexicon
{
    /// <summary>First names that are also everyday words, abbreviations or parts of an organisation's name: alone they prove nothing.</summary>
    private static readonly FrozenSet<string> AlsoWords = FrozenSet.ToFrozenSet(
    [
        "max", "ward", "can", "mo", "merel", "tim", "bas", "ans", "isa", "stan", "pool", "rein", "mart", "jet", "rob", "leen", "rosa", "maria", "martha", "anna", "elisabeth", "thomas", "antonius",
        "stijn", "roman", "clara", "els", "dien", "sam", "levi", "grace", "christina", "victoria", "florian", "joan", "ben", "gina", "willem", "franciska", "emma", "fay", "iris", "noor", "ida", "cor", "wim", "kim", "jan", "piet", "ria", "rita", "bob", "elke", "roos", "wil", "mark", "bloem", "storm", "roosmarijn", "amber", "jade", "jasmijn", "nova", "floor", "fleur", "sultan", "pascal", "marina", "laurens", "florence", "aafje", "milan", "romy", "indy", "mina", "lux",
        "franciscus", "augustinus", "catharina", "lucas", "benjamin", "esther", "ruth", "gloria", "angel", "saar", "puck", "samuel",
    ]);

    private static readonly FrozenSet<string> FirstNames = Load("voornamen.txt");
    private static readonly FrozenSet<string> Surnames = Load("achternamen.txt");

    public static bool IsFirstName(string word) => FirstNames.Contains(Tokenizer.Plain(word));

    public static bool IsUnmistakableFirstName(string word) => IsFirstName(word) && !IsAlsoWord(word);

    public static bool IsAlsoWord(string word) => AlsoWords.Contains(Tokenizer.Plain(word));

    public static bool IsSurname(string word) => Surnames.Contains(Tokenizer.Plain(word));

    private static FrozenSet<string> Load(string file)
    {
        var name = "RegelLoket.ContextAnalysis.PersonalData." + file;
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidDataException($"{name} is not embedded in the app.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(entry => Tokenizer.Plain(entry)).ToFrozenSet(StringComparer.Ordinal);
    }
}
