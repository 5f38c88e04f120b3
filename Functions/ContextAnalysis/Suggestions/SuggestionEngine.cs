using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.Language;

namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>
/// Suggests from the words of a report which rules it is about and whose they are. The ministries follow from the owners of the likely
/// rules, never from
/// the sector or school that is named. In-process, without network; safe for use by many threads; build it once for a catalogue.
/// </summary>
public sealed class SuggestionEngine
{
    private const string EngineVersion = "2";
    private const double Temperature = 1.6;
    private const double LeastScore = 6.0;
    private const double LeastSingleWordScore = 11.0;
    private const double LeastOwnerShare = 0.37;
    private const double LeastLeadingShare = 0.1;
    private const double PhraseStrength = 0.8;
    private const double OwnerFocus = 1.3;
    private const int MostRules = 5;
    private const double LeastRuleShare = 0.04;
    private const double LeastProfileShare = 0.01;
    private const int MostProfileRules = 12;

    private readonly RuleCatalogue catalogue;
    private readonly FeatureExtractor extractor;
    private readonly RuleModel model;
    private readonly BranchWords branches = new();

    public SuggestionEngine(RuleCatalogue catalogue)
    {
        this.catalogue = catalogue;
        extractor = new FeatureExtractor(catalogue, WordList.Dutch);
        model = new RuleModel(catalogue, extractor);
        Version = $"{EngineVersion}-{catalogue.Version}";
    }

    /// <summary>Engine and catalogue; stored with each suggestion.</summary>
    public string Version { get; }

    public Suggestion Suggest(ReportText report)
    {
        var scores = Score(report);
        var shares = Shares(scores.Totals, model.Priors);
        var best = scores.Totals.Length == 0 ? 0 : scores.Totals.Max();
        var owners = catalogue.Rules.Select((rule, r) => (Rule: rule, Share: shares[r]))
            .GroupBy(entry => RuleModel.OwnerKey(entry.Rule), StringComparer.Ordinal)
            .Select(group => (Rules: group.OrderByDescending(entry => entry.Share).Select(entry => entry.Rule)
                .ToList(), Share: group.Sum(entry => entry.Share), Focus: group.Sum(entry => Math.Pow(entry.Share, OwnerFocus))))
            .OrderByDescending(group => group.Focus).First();
        var rules = Enumerable.Range(0, shares.Length).Where(r => shares[r] >= LeastRuleShare).OrderByDescending(r => shares[r])
            .Take(MostRules)
            .Select(r => new Suggested<Rule>(catalogue.Rules[r], shares[r], scores.WordsOf(r))).ToList();
        var branche = branches.Suggest(report);
        if (best < LeastScore || owners.Share < LeastOwnerShare || shares.Max() < LeastLeadingShare
            || (best < LeastSingleWordScore && HangsOnOneWord(rules)))
        {
            return new Suggestion
            {
                Version = Version,
                Unknown = true,
                Rules = best < LeastScore ? []
                    : rules,
                Ministries = [],
                NoneOfThree = false,
                OwnerElsewhere = null,
                ExecutiveBody = null,
                Source = null,
                Branche = branche,
                Themes = [],
            };
        }

        var leading = owners.Rules[0];
        return new Suggestion
        {
            Version = Version,
            Unknown = false,
            Rules = rules,
            Ministries = [.. leading.Ministries.Select(
                ministry => new Suggested<Ministry>(ministry, ShareOf(rule => rule.Ministries.Contains(ministry), shares),
                WordsFor(rules, rule => rule.Ministries.Contains(ministry))))],
            NoneOfThree = leading.Ministries.Count == 0,
            OwnerElsewhere = leading.OwnerElsewhere,
            ExecutiveBody = leading.ExecutiveBodies.Count == 0 ? null : catalogue.FindBody(leading.ExecutiveBodies[0]),
            Source = new Suggested<RuleSource>(leading.Source, ShareOf(rule => rule.Source == leading.Source, shares),
                WordsFor(rules, rule => rule.Source == leading.Source)),
            Branche = branche,
            Themes = [.. leading.Themes.Select(
                theme => new Suggested<Theme>(theme, ShareOf(rule => rule.Themes.Contains(theme), shares),
                WordsFor(rules, rule => rule.Themes.Contains(theme))))],
        };
    }

    internal RuleCatalogue Catalogue => catalogue;

    /// <summary>What the text is about, for the comparison of cases.</summary>
    internal TextProfile Profile(ReportText report)
    {
        var features = new List<(Feature Feature, string Text, double Weight)>();
        var shares = Shares(Score(report, features).Totals, model.Priors);
        var rules = Enumerable.Range(0, shares.Length).Where(r => shares[r] >= LeastProfileShare).OrderByDescending(r => shares[r])
            .Take(MostProfileRules)
            .Select(r => (r, (float)shares[r])).ToList();
        var concepts = new Dictionary<string, float>(StringComparer.Ordinal);
        var stems = new Dictionary<string, (float Count, string Word)>(StringComparer.Ordinal);
        foreach (var (feature, text, weight) in features)
        {
            if (feature.Key[0] == '#')
            {
                concepts[feature.Key] = Math.Max(concepts.GetValueOrDefault(feature.Key), (float)(feature.Strength * weight));
            }
            else
            {
                stems[feature.Key] = (stems.GetValueOrDefault(feature.Key).Count + (float)(feature.Strength * weight),
                    text[feature.Begin..feature.End]);
            }
        }

        return new TextProfile(rules, concepts, stems);
    }

    private RuleScores Score(ReportText report, List<(Feature Feature, string Text, double Weight)>? found = null)
    {
        var scores = new RuleScores(model);
        foreach (var (field, text, weight) in report.Fields())
        {
            if (text.Length == 0)
            {
                continue;
            }

            var tokens = Tokenizer.Tokenize(text);
            var negated = NegationScope.Find(tokens);
            foreach (var feature in extractor.Extract(tokens, negated))
            {
                found?.Add((feature, text, weight));
                scores.Add(feature.Key, field, text, feature.Begin, feature.End, feature.Strength * weight);
            }

            foreach (var phrase in model.FindPhrases(tokens, negated))
            {
                scores.Add(phrase.Key, field, text, tokens[phrase.FirstToken].Begin, tokens[phrase.LastToken].End, PhraseStrength * weight);
            }
        }

        return scores;
    }

    private double ShareOf(Func<Rule, bool> holds, double[] shares) => catalogue.Rules.Select((rule, r) => holds(rule) ? shares[r] : 0)
        .Sum();

    private static bool HangsOnOneWord(List<Suggested<Rule>> rules) =>
        rules.Count == 0 || rules[0].Words.Select(word => word.Text).Distinct(StringComparer.OrdinalIgnoreCase).Count() < 2;

    private static IReadOnlyList<SuggestionWord> WordsFor(List<Suggested<Rule>> rules, Func<Rule, bool> holds) =>
        [.. rules.Where(rule => holds(rule.Value)).SelectMany(rule => rule.Words).DistinctBy(word => (word.Field, word.Begin, word.End))
            .OrderByDescending(word => word.Weight)];

    private static double[] Shares(double[] totals, IReadOnlyList<double> priors)
    {
        var best = totals.Max();
        var shares = totals.Select((total, r) => Math.Exp((total + priors[r] - best) / Temperature)).ToArray();
        var sum = shares.Sum();
        return [.. shares.Select(share => share / sum)];
    }
}
