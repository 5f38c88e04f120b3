namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>
/// Adds up the evidence of a report's words for each rule and owner. A feature counts once, at its strongest place. Of
/// the features of one place (the word, its parts, its concept) only the strongest counts in full, so that no word
/// dominates by being counted three times.
/// </summary>
internal sealed class RuleScores(RuleModel model)
{
    private const int MostWords = 8;
    private const double FurtherWays = 0.4;
    private const double OwnerShare = 0.8;
    private readonly List<Hit> hits = [];
    private readonly Dictionary<string, Hit> strongest = new(StringComparer.Ordinal);
    private readonly List<(int Subject, SuggestionWord Word)> words = [];
    private double[]? totals;

    /// <summary>The score of each rule: the evidence for it, and a share of the evidence for its owners.</summary>
    public double[] Totals => totals ??= AddUp();

    public void Add(string feature, string field, string text, int begin, int end, double strength)
    {
        var hit = new Hit(feature, field, text, begin, end, strength);
        hits.Add(hit);
        if (!strongest.TryGetValue(feature, out var before) || strength > before.Strength)
        {
            strongest[feature] = hit;
        }
    }

    /// <summary>
    /// Returns the words with the most evidence for a rule, strongest first, adding up the features of each place.
    /// </summary>
    public IReadOnlyList<SuggestionWord> WordsOf(int rule)
    {
        _ = Totals;
        var owner = model.OwnerOf(rule);
        return [.. words.Where(entry => entry.Subject == rule || entry.Subject == owner)
            .GroupBy(entry => (entry.Word.Field, entry.Word.Begin, entry.Word.End))
            .Select(place => place.First()
                .Word with { Weight = place.Sum(
                    entry => entry.Subject == owner ? OwnerShare * entry.Word.Weight : entry.Word.Weight) })
            .OrderByDescending(word => word.Weight).Take(MostWords)];
    }

    /// <summary>Returns the score of each rule for each part of the report.</summary>
    public double[][] TotalsOf(IReadOnlyList<(string Field, int Begin, int End)> parts)
    {
        _ = Totals;
        var sums = parts.Select(_ => new double[model.SubjectCount]).ToArray();
        var fields = parts.Select((part, i) => (part.Field, part.Begin, part.End, Index: i))
            .GroupBy(part => part.Field, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        foreach (var (subject, word) in words)
        {
            var ordered = fields.GetValueOrDefault(word.Field, []);
            var at = Array.FindLastIndex(ordered, part => part.Begin <= word.Begin);
            if (at >= 0 && word.Begin < ordered[at].End)
            {
                sums[ordered[at].Index][subject] += word.Weight;
            }
        }

        return [.. sums.Select(OfRules)];
    }

    private double[] OfRules(double[] sums) =>
        [.. Enumerable.Range(0, model.RuleCount).Select(rule => sums[rule] + (OwnerShare * sums[model.OwnerOf(rule)]))];

    private double[] AddUp()
    {
        var sums = new double[model.SubjectCount];
        AddByPlace(strongest.Values, (_, subject, weight) => sums[subject] += weight);
        AddByPlace(hits, (hit, subject, weight) =>
            words.Add((subject, new SuggestionWord(hit.Field, hit.Begin, hit.End, hit.Text[hit.Begin..hit.End], weight))));
        return OfRules(sums);
    }

    /// <summary>Adds up the evidence of each place for each subject.</summary>
    private void AddByPlace(IEnumerable<Hit> found, Action<Hit, int, double> add)
    {
        var most = new double[model.SubjectCount];
        var all = new double[model.SubjectCount];
        var met = new List<int>();
        foreach (var place in found.GroupBy(hit => (hit.Field, hit.Begin, hit.End)))
        {
            foreach (var hit in place)
            {
                foreach (var (subject, weight) in model.WeightsOf(hit.Feature))
                {
                    if (all[subject] == 0)
                    {
                        met.Add(subject);
                    }

                    most[subject] = Math.Max(most[subject], hit.Strength * weight);
                    all[subject] += hit.Strength * weight;
                }
            }

            foreach (var subject in met)
            {
                add(place.First(), subject, most[subject] + (FurtherWays * (all[subject] - most[subject])));
                (most[subject], all[subject]) = (0, 0);
            }

            met.Clear();
        }
    }

    private sealed record Hit(string Feature, string Field, string Text, int Begin, int End, double Strength);
}
