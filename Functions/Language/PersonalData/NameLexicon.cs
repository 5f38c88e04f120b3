using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace RegelLoket.Language.PersonalData;

/// <summary>
/// First names and surnames, in lower case without accents: those that are common in the Netherlands, and the longer
/// lists that <c>distil-names.mjs</c> generates (see <c>names.LICENSE.txt</c>).
/// </summary>
internal static class NameLexicon
{
    private const int LongestCompound = 24;

    private static readonly FrozenSet<string> AlsoWords = WordSet.Load("first-names-also-words");
    private static readonly FrozenSet<string> NotSurnames = WordSet.Load("not-surnames");
    private static readonly FrozenSet<string> Places = WordSet.Load("places");
    private static readonly FrozenSet<string> Organisations = WordSet.Load("organisation-names");
    private static readonly HashSet<string> FirstNames = Load("PersonalData.voornamen");
    private static readonly HashSet<string> CommonSurnames = Load("PersonalData.achternamen");
    private static readonly HashSet<string> Surnames = [.. CommonSurnames, .. Lines("Names.surnames")];
    private static readonly HashSet<string> GivenNames = [.. Lines("Names.given-names")];
    private static readonly CompoundSplitter Compounds = new(WordList.Dutch, _ => false);

    /// <summary>Endings of organisations, laws and places.</summary>
    private static readonly string[] NoNameEndings = [.. WordSet.Load("organisation-endings")];

    /// <summary>Whether a word is in any list of first names.</summary>
    public static bool IsFirst(string plain) => FirstNames.Contains(plain) || GivenNames.Contains(plain);

    /// <summary>Whether a word is a common Dutch surname, including those that are also a word ("bakker").</summary>
    public static bool IsCommonSurname(string plain) => CommonSurnames.Contains(plain);

    public static bool EndsLikeOrganisation(string plain) =>
        Array.Exists(
            NoNameEndings, ending => plain.Length > ending.Length && plain.EndsWith(ending, StringComparison.Ordinal));

    public static NameKinds KindsOf(string plain)
    {
        var kinds = NameKinds.None;
        var hyphen = plain.IndexOf('-', StringComparison.Ordinal);
        kinds |= FirstNames.Contains(plain) ? NameKinds.First : 0;
        kinds |= AlsoWords.Contains(plain) ? NameKinds.AlsoWord : 0;
        kinds |= GivenNames.Contains(plain) ? NameKinds.Given : 0;
        kinds |= Surnames.Contains(plain) ? NameKinds.Surname : 0;
        kinds |= NotSurnames.Contains(plain) || Places.Contains(plain) || Organisations.Contains(plain) ? NameKinds.Other : 0;
        if (hyphen > 0 && hyphen < plain.Length - 1)
        {
            var (head, tail) = (plain[..hyphen], plain[(plain.LastIndexOf('-') + 1)..]);
            kinds |= FirstNames.Contains(head) && (FirstNames.Contains(tail) || GivenNames.Contains(tail))
                ? NameKinds.First : 0;
            kinds |= GivenNames.Contains(head) && GivenNames.Contains(tail) ? NameKinds.Given : 0;
            kinds |= Surnames.Contains(head) || Surnames.Contains(tail) ? NameKinds.Surname : 0;
            kinds |= !Surnames.Contains(tail) && WordList.Dutch.ContainsWord(tail) ? NameKinds.Word : 0;
        }

        return kinds | (IsWord(plain, kinds) ? NameKinds.Word : 0);
    }

    /// <summary>Returns the word in lower case without accents, with foreign letters replaced.</summary>
    public static string Fold(string word)
    {
        var plain = Tokenizer.Plain(word.AsSpan()).TrimEnd('.');
        if (Ascii.IsValid(plain))
        {
            return plain;
        }

        return plain.Replace('’', '\'').Replace('ı', 'i').Replace('ł', 'l').Replace('ø', 'o').Replace('đ', 'd')
            .Replace('ð', 'd')
            .Replace('ə', 'e').Replace("ß", "ss", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal)
            .Replace("œ", "oe", StringComparison.Ordinal).Replace("þ", "th", StringComparison.Ordinal);
    }

    private static bool IsWord(string plain, NameKinds kinds) =>
        WordList.Dutch.ContainsWord(plain) || WordList.Dutch.ContainsStem(DutchStemmer.Stem(plain))
            || StopWords.IsTooCommon(plain) || StopWords.IsSector(plain)
        || ((kinds & (NameKinds.First | NameKinds.Surname)) == 0
            && (EndsLikeOrganisation(plain)
                || (plain.Length <= LongestCompound && Compounds.Split(plain).Count > 0)));

    private static HashSet<string> Load(string file) =>
        Lines(file).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(Fold)
            .ToHashSet(StringComparer.Ordinal);

    private static string[] Lines(string file)
    {
        var name = $"RegelLoket.Language.{file}.txt";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"{name} is not embedded in the app.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }
}
