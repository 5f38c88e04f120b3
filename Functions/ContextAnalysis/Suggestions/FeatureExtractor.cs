using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.Language;

namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>
/// Extracts features from words: the stem; for a compound also the stems of its parts; for a typing error the intended
/// word; and the concept of any of these, so that "steungeld" and "uitkering" match.
/// </summary>
public sealed class FeatureExtractor
{
    private const double PartStrength = 0.55;
    private const double CorrectedStrength = 0.8;
    private const double ConceptStrength = 1.0;
    private const double EverydayStrength = 0.5;
    private const double SectorStrength = 0.8;
    private const double LookalikeStrength = 0.5;
    private const int ShortestLookalike = 5;

    private readonly WordList words;
    private readonly HashSet<string> vocabulary = new(StringComparer.Ordinal);
    private readonly HashSet<string> stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> conceptsByStem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string[] Stems, string Concept)>> conceptPhrases = new(StringComparer.Ordinal);
    private readonly CompoundSplitter splitter;
    private readonly SpellingCorrector corrector;
    private readonly int longestStem;

    public FeatureExtractor(RuleCatalogue catalogue, WordList words)
    {
        this.words = words;
        foreach (var token in catalogue.Rules.SelectMany(TextsOf)
            .Concat(catalogue.Concepts.SelectMany(concept => concept.Words))
            .SelectMany(Tokenizer.Tokenize))
        {
            vocabulary.Add(token.Word);
            stems.Add(token.Stem);
        }

        foreach (var concept in catalogue.Concepts)
        {
            foreach (var text in concept.Words)
            {
                AddConcept(concept.Id, ContentStems(Tokenizer.Tokenize(text)));
            }
        }

        splitter = new CompoundSplitter(words, word => vocabulary.Contains(word)
            || (word.Length >= 5 && stems.Contains(DutchStemmer.Stem(word))));
        corrector = new SpellingCorrector(vocabulary);
        longestStem = stems.Max(stem => stem.Length);
    }

    /// <summary>Returns the stems of the significant words in a phrase.</summary>
    public static string[] ContentStems(IEnumerable<Token> tokens) =>
        [.. tokens.Where(token => !StopWords.IsEmpty(token.Word)).Select(token => token.Stem)];

    public List<Feature> Extract(IReadOnlyList<Token> tokens, bool[]? skip = null)
    {
        var features = new List<Feature>(tokens.Count * 2);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (skip?[i] == true)
            {
                continue;
            }

            AddConceptPhrases(features, tokens, i, skip);
            if (StopWords.IsTooCommon(token.Word))
            {
                continue;
            }

            AddWord(features, token, i);
        }

        return features;
    }

    private void AddWord(List<Feature> features, Token token, int position)
    {
        void Add(string stem, double strength)
        {
            features.Add(new Feature(stem, strength, token.Begin, token.End, position, token.Sentence));
            foreach (var concept in conceptsByStem.GetValueOrDefault(stem) ?? [])
            {
                features.Add(
                    new Feature("#" + concept, strength * ConceptStrength, token.Begin, token.End, position, token.Sentence));
            }
        }

        Add(token.Stem, StopWords.IsSector(token.Word) ? SectorStrength : StopWords.IsEveryday(token.Word)
            ? EverydayStrength : 1);
        var parts = splitter.Split(token.Word);
        if (parts.Any(StopWords.IsEmpty))
        {
            parts = [token.Word];
        }

        foreach (var part in parts.Where(part => !StopWords.IsTooCommon(part)).Select(DutchStemmer.Stem)
            .Where(stem => stem != token.Stem && stems.Contains(stem)))
        {
            Add(part, PartStrength);
        }

        if (parts.Count > 0 || stems.Contains(token.Stem) || words.ContainsWord(token.Word) || words.ContainsStem(token.Stem))
        {
            return;
        }

        if (corrector.Correct(token.Word) is { } meant)
        {
            Add(DutchStemmer.Stem(meant), CorrectedStrength);
        }
        else if (Lookalike(token.Stem) is { } stem)
        {
            Add(stem, LookalikeStrength);
        }
    }

    /// <summary>Returns the longest known stem at the start or the end of an unknown word.</summary>
    private string? Lookalike(string stem)
    {
        for (var length = Math.Min(stem.Length - 1, longestStem); length >= ShortestLookalike; length--)
        {
            if (stems.Contains(stem[..length]))
            {
                return stem[..length];
            }

            if (stems.Contains(stem[^length..]))
            {
                return stem[^length..];
            }
        }

        return null;
    }

    private void AddConceptPhrases(List<Feature> features, IReadOnlyList<Token> tokens, int at, bool[]? skip)
    {
        foreach (var (phrase, concept) in conceptPhrases.GetValueOrDefault(tokens[at].Stem) ?? [])
        {
            var last = at;
            var matched = 1;
            for (var i = at + 1; i < tokens.Count && i <= at + phrase.Length + 1 && matched < phrase.Length
                && skip?[i] != true; i++)
            {
                if (tokens[i].Stem == phrase[matched])
                {
                    matched++;
                    last = i;
                }
            }

            if (matched == phrase.Length)
            {
                features.Add(
                    new Feature("#" + concept, ConceptStrength, tokens[at].Begin, tokens[last].End, at, tokens[at].Sentence));
            }
        }
    }

    private void AddConcept(string concept, string[] phrase)
    {
        if (phrase.Length == 1)
        {
            (conceptsByStem.TryGetValue(phrase[0], out var concepts) ? concepts : conceptsByStem[phrase[0]] = []).Add(concept);
        }
        else if (phrase.Length > 1)
        {
            (conceptPhrases.TryGetValue(phrase[0], out var phrases) ? phrases : conceptPhrases[phrase[0]] = []).Add(
                (phrase, concept));
        }
    }

    internal static IEnumerable<string> TextsOf(Rule rule) =>
        [rule.Subject, rule.CitationTitle, rule.Abbreviation ?? "", .. rule.KeyWords, .. rule.Words, .. rule.Examples];
}
