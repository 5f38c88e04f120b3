using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.ContextAnalysis.Owners;
using RegelLoket.Language;

namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>
/// Suggests rules and owners from the words of a report. The ministries follow from learned words and from the owners
/// of the probable rules (<see cref="OwnerModel"/>), never from the named sector or school. In-process, without
/// network, and thread-safe; built once for a catalogue.
/// </summary>
public sealed class SuggestionEngine
{
    private const string EngineVersion = "3";
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
    private readonly OwnerModel owners;

    public SuggestionEngine(RuleCatalogue catalogue) : this(catalogue, OwnerWeights.Current)
    {
    }

    /// <summary>Creates an engine with other weights, for training and for the comparison of models.</summary>
    internal SuggestionEngine(RuleCatalogue catalogue, OwnerWeights weights)
    {
        this.catalogue = catalogue;
        extractor = new FeatureExtractor(catalogue, WordList.Dutch);
        model = new RuleModel(catalogue, extractor);
        owners = new OwnerModel(catalogue, weights);
        Version = $"{EngineVersion}-{owners.Version}-{catalogue.Version}";
    }

    /// <summary>The version of engine and catalogue, stored with each suggestion.</summary>
    public string Version { get; }

    public Suggestion Suggest(ReportText report)
    {
        var scores = Score(report);
        var shares = Shares(scores.Totals, model.Priors);
        var best = scores.Totals.Max();
        var rules = Enumerable.Range(0, shares.Length).Where(r => shares[r] >= LeastRuleShare)
            .OrderByDescending(r => shares[r])
            .Take(MostRules)
            .Select(r => new Suggested<Rule>(catalogue.Rules[r], shares[r], scores.WordsOf(r))).ToList();
        var found = owners.Judge(owners.Read(report, scores, SharesOf, OwnersByCatalogue(scores, shares)));
        var leading = LeadingRule(shares, found);
        return new Suggestion
        {
            Version = Version,
            Unknown = found.Unknown,
            Rules = best < LeastScore ? [] : rules,
            Ministries = [.. found.Named.Select(named => WithWordsOf(rules, named))],
            Possible = found.Possible,
            Parts = found.Parts,
            NoneOfThree = found is { Unknown: false, Named.Count: 0 },
            OwnerElsewhere = leading?.OwnerElsewhere,
            ExecutiveBody = leading is not { ExecutiveBodies: [var body, ..] } ? null : catalogue.FindBody(body),
            Source = leading is null ? null
                : new Suggested<RuleSource>(leading.Source, ShareOf(rule => rule.Source == leading.Source, shares),
                WordsFor(rules, rule => rule.Source == leading.Source)),
            Branche = branches.Suggest(report),
            Themes = leading is null ? [] : [.. leading.Themes.Select(
                theme => new Suggested<Theme>(theme, ShareOf(rule => rule.Themes.Contains(theme), shares),
                WordsFor(rules, rule => rule.Themes.Contains(theme))))],
        };
    }

    /// <summary>Returns the rule that fits a report best; null when none does.</summary>
    internal Rule? BestRule(ReportText report)
    {
        var totals = Score(report).Totals;
        var best = totals.Max();
        return best <= 0 ? null : catalogue.Rules[Array.IndexOf(totals, best)];
    }

    /// <summary>Prepares a report for the owner model with other weights than the app's, for training.</summary>
    internal OwnerReading Read(ReportText report, OwnerWeights weights)
    {
        var scores = Score(report);
        var shares = Shares(scores.Totals, model.Priors);
        return new OwnerModel(catalogue, weights).Read(report, scores, SharesOf, OwnersByCatalogue(scores, shares));
    }

    /// <summary>
    /// Returns the owners of the rules that the words suggest, without the learned weights; null when there is too
    /// little evidence.
    /// </summary>
    internal IReadOnlyList<Ministry>? OwnersByCatalogue(ReportText report)
    {
        var scores = Score(report);
        return OwnersByCatalogue(scores, Shares(scores.Totals, model.Priors));
    }

    private IReadOnlyList<Ministry>? OwnersByCatalogue(RuleScores scores, double[] shares)
    {
        var best = scores.Totals.Max();
        var group = catalogue.Rules.Select((rule, r) => (Rule: rule, Share: shares[r]))
            .GroupBy(entry => RuleModel.OwnerKey(entry.Rule), StringComparer.Ordinal)
            .Select(group => (group.First().Rule.Ministries, Share: group.Sum(entry => entry.Share),
                Focus: group.Sum(entry => Math.Pow(entry.Share, OwnerFocus))))
            .MaxBy(group => group.Focus);
        return best < LeastScore || group.Share < LeastOwnerShare || shares.Max() < LeastLeadingShare
            || (best < LeastSingleWordScore && HangsOnOneWord(scores.WordsOf(Array.IndexOf(shares, shares.Max()))))
            ? null : group.Ministries;
    }

    /// <summary>
    /// Returns the most probable rule of the suggested owners, which names the executive body or the other owner.
    /// </summary>
    private Rule? LeadingRule(double[] shares, OwnerFindings found) =>
        found.Unknown ? null : Enumerable.Range(0, shares.Length).Where(r => shares[r] >= LeastRuleShare)
            .OrderByDescending(r => shares[r]).Select(r => catalogue.Rules[r])
            .FirstOrDefault(rule => found.Named.Count == 0 ? rule.Ministries.Count == 0
                : found.Named.Any(named => rule.Ministries.Contains(named.Value)));

    private static Suggested<Ministry> WithWordsOf(List<Suggested<Rule>> rules, Suggested<Ministry> named) => named with
    {
        Words = [.. named.Words.Concat(WordsFor(rules, rule => rule.Ministries.Contains(named.Value)))
            .DistinctBy(word => (word.Field, word.Begin, word.End)).OrderByDescending(word => word.Weight)],
    };

    internal RuleCatalogue Catalogue => catalogue;

    private double[] SharesOf(double[] totals) => Shares(totals, model.Priors);

    /// <summary>Returns the subjects of the text, for the comparison of cases.</summary>
    internal TextProfile Profile(ReportText report)
    {
        var features = new List<(Feature Feature, string Text, double Weight)>();
        var shares = Shares(Score(report, features).Totals, model.Priors);
        var rules = Enumerable.Range(0, shares.Length).Where(r => shares[r] >= LeastProfileShare)
            .OrderByDescending(r => shares[r])
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
                scores.Add(
                    phrase.Key, field, text, tokens[phrase.FirstToken].Begin, tokens[phrase.LastToken].End,
                    PhraseStrength * weight);
            }
        }

        return scores;
    }

    private double ShareOf(Func<Rule, bool> holds, double[] shares) =>
        catalogue.Rules.Select((rule, r) => holds(rule) ? shares[r] : 0)
        .Sum();

    private static bool HangsOnOneWord(IReadOnlyList<SuggestionWord> words) =>
        words.Select(word => word.Text).Distinct(StringComparer.OrdinalIgnoreCase).Count() < 2;

    private static IReadOnlyList<SuggestionWord> WordsFor(List<Suggested<Rule>> rules, Func<Rule, bool> holds) =>
        [.. rules.Where(rule => holds(rule.Value)).SelectMany(rule => rule.Words)
            .DistinctBy(word => (word.Field, word.Begin, word.End))
            .OrderByDescending(word => word.Weight)];

    private static double[] Shares(double[] totals, IReadOnlyList<double> priors)
    {
        var best = totals.Max();
        var shares = totals.Select((total, r) => Math.Exp((total + priors[r] - best) / Temperature)).ToArray();
        var sum = shares.Sum();
        return [.. shares.Select(share => share / sum)];
    }
}
