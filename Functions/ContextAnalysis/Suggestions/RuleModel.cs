using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.Language;

namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>
/// The weight of each feature and phrase for each rule: the logarithm of its frequency in the catalogue's texts of the
/// rule, relative to the whole catalogue (naive Bayes, without the negative weights, so that every point of a score can
/// be traced to a word).
/// </summary>
public sealed class RuleModel
{
    private const double KeyWordCount = 3.0;
    private const double WordCount = 2.0;
    private const double ExampleCount = 2.0;
    private const double NameCount = 1.5;
    private const double Smoothing = 12;
    private const double Confidence = 0.8;
    private const double OwnLength = 0.5;
    private const double Prior = 0.8;
    private const double Doubt = 0.8;
    private const double PhraseKeyCount = 4;
    private const double PhraseWordCount = 1.5;
    private const int PhraseWindow = 8;

    private readonly Dictionary<string, (int Subject, double Weight)[]> weights;
    private readonly Dictionary<string, List<Phrase>> phrasesByStem = new(StringComparer.Ordinal);
    private readonly FeatureExtractor extractor;
    private readonly int[] owners;

    public RuleModel(RuleCatalogue catalogue, FeatureExtractor extractor)
    {
        this.extractor = extractor;
        RuleCount = catalogue.Rules.Count;
        var counts = new Dictionary<string, double>[RuleCount];
        for (var r = 0; r < RuleCount; r++)
        {
            counts[r] = Count(catalogue.Rules[r], r);
        }

        var ownerKeys = catalogue.Rules.Select(OwnerKey).Distinct(StringComparer.Ordinal).ToList();
        owners = [.. catalogue.Rules.Select(rule => ownerKeys.IndexOf(OwnerKey(rule)))];
        SubjectCount = RuleCount + ownerKeys.Count;
        var ofRules = Weigh(counts);
        var ofOwners = Weigh(Pool(counts, owners));
        weights = ofRules.Keys.Union(ofOwners.Keys, StringComparer.Ordinal).ToDictionary(
            feature => feature,
            feature => ((int Subject, double Weight)[])[.. ofRules.GetValueOrDefault(feature, []),
                .. ofOwners.GetValueOrDefault(feature, []).Select(entry => (RuleCount + entry.Subject, entry.Weight))],
            StringComparer.Ordinal);
        Priors = [.. catalogue.Rules.Select(rule => Prior * Math.Log(1 + rule.Examples.Count))];
    }

    public int RuleCount { get; }

    /// <summary>The number of rules and of sets of ministries, which come after the rules.</summary>
    public int SubjectCount { get; }

    /// <summary>Returns the subject that represents the owners of a rule.</summary>
    public int OwnerOf(int rule) => RuleCount + owners[rule];

    /// <summary>
    /// The initial score of each rule, higher with more examples in the catalogue, since such a rule is more common.
    /// </summary>
    public IReadOnlyList<double> Priors { get; }

    /// <summary>Returns the rules and owners of a feature, with its weight.</summary>
    public (int Subject, double Weight)[] WeightsOf(string feature) =>
        weights.TryGetValue(feature, out var found) ? found : [];

    /// <summary>Finds the phrases of the catalogue whose words are close together in the text.</summary>
    public IEnumerable<PhraseMatch> FindPhrases(IReadOnlyList<Token> tokens, bool[] skip)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (skip[i] || !phrasesByStem.TryGetValue(tokens[i].Stem, out var phrases))
            {
                continue;
            }

            foreach (var phrase in phrases)
            {
                if (EndOfMatch(tokens, skip, i, phrase.Stems) is { } end)
                {
                    yield return new PhraseMatch(phrase.Key, i, end);
                }
            }
        }
    }

    /// <summary>Returns the set of ministries that own the rule, as one word.</summary>
    internal static string OwnerKey(Rule rule) => string.Join('+', rule.Ministries.Order());

    private static int? EndOfMatch(IReadOnlyList<Token> tokens, bool[] skip, int at, string[] stems)
    {
        var from = Math.Max(0, at - PhraseWindow);
        var to = Math.Min(tokens.Count - 1, at + PhraseWindow);
        var end = at;
        foreach (var stem in stems.AsSpan(1))
        {
            var found = -1;
            for (var i = from; i <= to; i++)
            {
                if (i != at && !skip[i] && tokens[i].Stem == stem && Math.Abs(tokens[i].Sentence - tokens[at].Sentence) == 0)
                {
                    found = i;
                    break;
                }
            }

            if (found < 0)
            {
                return null;
            }

            end = Math.Max(end, found);
        }

        return end;
    }

    private Dictionary<string, double> Count(Rule rule, int index)
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        void Add(string text, double count, double phraseCount)
        {
            var tokens = Tokenizer.Tokenize(text);
            var phrase = FeatureExtractor.ContentStems(tokens);
            var share = phrase.Length > 1 && phraseCount > 0 ? count / Math.Sqrt(phrase.Length) : count;
            foreach (var feature in extractor.Extract(tokens).GroupBy(feature => feature.Key, StringComparer.Ordinal))
            {
                counts[feature.Key] = counts.GetValueOrDefault(feature.Key) + (share * feature.Max(f => f.Strength));
            }

            if (phrase.Length > 1 && phraseCount > 0)
            {
                var key = "\"" + string.Join(' ', phrase);
                counts[key] = counts.GetValueOrDefault(key) + phraseCount;
                var phrases = phrasesByStem.TryGetValue(phrase[0], out var found) ? found : phrasesByStem[phrase[0]] = [];
                if (!phrases.Exists(known => known.Key == key))
                {
                    phrases.Add(new Phrase(key, phrase));
                }
            }
        }

        Add(rule.Subject, NameCount, 0);
        Add(rule.CitationTitle, NameCount, PhraseKeyCount);
        Add(rule.Abbreviation ?? "", KeyWordCount, PhraseKeyCount);
        foreach (var word in rule.KeyWords)
        {
            Add(word, KeyWordCount, PhraseKeyCount);
        }

        foreach (var word in rule.Words)
        {
            Add(word, WordCount, PhraseWordCount);
        }

        foreach (var example in rule.Examples)
        {
            Add(example, ExampleCount, 0);
        }

        return counts;
    }

    /// <summary>Adds the counts of all rules with the same owners.</summary>
    private static Dictionary<string, double>[] Pool(Dictionary<string, double>[] counts, int[] owners)
    {
        var pooled = Enumerable.Range(0, owners.Max() + 1)
            .Select(_ => new Dictionary<string, double>(StringComparer.Ordinal)).ToArray();
        for (var r = 0; r < counts.Length; r++)
        {
            foreach (var (feature, count) in counts[r])
            {
                pooled[owners[r]][feature] = pooled[owners[r]].GetValueOrDefault(feature) + count;
            }
        }

        return pooled;
    }

    private static Dictionary<string, (int Subject, double Weight)[]> Weigh(Dictionary<string, double>[] counts)
    {
        var totals = counts.Select(rule => rule.Values.Sum()).ToArray();
        var mean = totals.Average();
        var all = totals.Sum();
        var features = new Dictionary<string, List<(int Rule, double Count)>>(StringComparer.Ordinal);
        for (var r = 0; r < counts.Length; r++)
        {
            foreach (var (feature, count) in counts[r])
            {
                (features.TryGetValue(feature, out var list) ? list : features[feature] = []).Add((r, count));
            }
        }

        return features.ToDictionary(
            feature => feature.Key,
            feature =>
            {
                var background = (feature.Value.Sum(entry => entry.Count) + Doubt) / all;
                return feature.Value
                    .Select(entry => (Subject: entry.Rule, Weight: entry.Count / (entry.Count + Confidence) * Math.Log(
                        (entry.Count + (Smoothing * background)) / ((OwnLength * totals[entry.Rule]) + ((1 - OwnLength) * mean)
                        + Smoothing) / background)))
                    .Where(entry => entry.Weight > 0).ToArray();
            },
            StringComparer.Ordinal);
    }

    private sealed record Phrase(string Key, string[] Stems);
}
