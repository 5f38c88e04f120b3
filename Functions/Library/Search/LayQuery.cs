using RegelLoket.Language;

namespace RegelLoket.Library.Search;

/// <summary>
/// Reads visitors' searches: questions in everyday language, with typing errors and compounds. Each word is extended
/// with its parts, its probable correction and its synonyms.
/// </summary>
internal sealed class LayQuery(IReadOnlySet<string> stems, Lazy<SpellingCorrector> corrector)
{
    private const int MostWords = 32;
    private const double CorrectedShare = 0.9;
    private const double PartShare = 0.7;

    /// <summary>The share of a part of a word that has synonyms as a whole: "arbeidsongeschiktheid" is not "arbeid".</summary>
    private const double KnownPartShare = 0.3;

    private const int ShortestSynonymPart = 5;
    private const double SynonymShare = 0.55;
    private const double CommonWeight = 0.2;
    private const double EverydayWeight = 0.5;
    private const double SectorWeight = 0.6;

    /// <summary>Words of three letters that occur as parts of compounds: "bigregistratie".</summary>
    private static readonly HashSet<string> ShortParts = new(StringComparer.Ordinal)
    {
        "big", "bbl", "bol", "vog", "wia", "cao", "btw", "pgb", "zzp", "ggz", "uwv", "ort", "avg", "les", "dag", "uur",
        "nul", "arts",
    };

    /// <summary>Words that shape a question without saying what it is about.</summary>
    private static readonly HashSet<string> Shaping = new(StringComparer.Ordinal)
    {
        "naast", "weer", "ergens", "elders", "anders", "laten", "worden", "allemaal", "ineens", "gewoon", "hoeveel",
        "hoelang", "waar", "wanneer", "waarom", "welke", "toch", "nog", "steeds", "altijd", "vaak", "soms",
        "collega's", "collegas", "mensen", "iemand",
    };

    private static readonly HashSet<string> SynonymParts =
        [.. Synonyms.Words.Where(word => word.Length >= ShortestSynonymPart)];

    private static readonly CompoundSplitter Compounds =
        new(WordList.Dutch, word => ShortParts.Contains(word) || SynonymParts.Contains(word));

    /// <summary>Returns the stems of the parts of a compound; empty for any other word.</summary>
    public static IEnumerable<string> PartsOf(string word) =>
        Compounds.Split(word).Where(part => !StopWords.IsEmpty(part)).Select(DutchStemmer.Stem);

    /// <summary>Returns at most 32 words; stop words only when there are no others.</summary>
    public IReadOnlyList<QueryWord> Read(string text)
    {
        var tokens = Tokenizer.TokenizeJoined(text).DistinctBy(token => token.Stem).ToList();
        var telling = tokens.Where(token => !StopWords.IsEmpty(token.Word)).Take(MostWords).ToList();
        return [.. (telling.Count > 0 ? telling : tokens.Take(MostWords)).Select(WordOf)];
    }

    private QueryWord WordOf(Token token)
    {
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        var isKnown = stems.Contains(token.Stem) || Synonyms.Of(token.Stem).Count > 0;
        Add(token.Stem, 1);
        var parts = PartsOf(token.Word).ToList();
        if (!isKnown && parts.Count == 0 && corrector.Value.Correct(token.Word) is { } meant)
        {
            Add(DutchStemmer.Stem(meant), CorrectedShare);
            parts = [.. PartsOf(meant)];
        }

        foreach (var part in parts)
        {
            Add(part, Synonyms.Of(token.Stem).Count > 0 ? KnownPartShare : PartShare);
        }

        var weight = StopWords.IsTooCommon(token.Word) || Shaping.Contains(token.Word) ? CommonWeight
            : StopWords.IsEveryday(token.Word) ? EverydayWeight
            : StopWords.IsSector(token.Word) ? SectorWeight : 1;
        return new QueryWord(weight, [.. found.Select(entry => (entry.Key, entry.Value))]);

        void Add(string stem, double share)
        {
            Keep(stem, share);
            foreach (var other in Synonyms.Of(stem))
            {
                Keep(other, share * SynonymShare);
            }
        }

        void Keep(string stem, double share)
        {
            if (share > found.GetValueOrDefault(stem))
            {
                found[stem] = share;
            }
        }
    }
}
