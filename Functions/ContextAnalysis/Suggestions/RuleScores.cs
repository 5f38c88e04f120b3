namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>Adds up what the words of a report say for each rule. A feature counts once, at its strongest place.</summary>
internal sealed class RuleScores(int ruleCount)
{
    private const int MostWords = 8;
    private readonly Dictionary<string, double> strongest = new(StringComparer.Ordinal);
    private readonly List<(int Rule, double Weight, SuggestionWord Word)> words = [];

    public double[] Totals { get; } = new double[ruleCount];

    public void Add(string feature, string field, string text, int begin, int end, double strength, ReadOnlySpan<(int Rule, double Weight)> weights)
    {
        if (weights.IsEmpty)
        {
            return;
        }

        var before = strongest.GetValueOrDefault(feature);
        if (strength > before)
        {
            strongest[feature] = strength;
            foreach (var (rule, weight) in weights)
            {
                Totals[rule] += (strength - before) * weight;
            }
        }

        SuggestionWord? word = null;
        foreach (var (rule, weight) in weights)
        {
            word ??= new SuggestionWord(field, begin, end, text[begin..end], 0);
            words.Add((rule, strength * weight, word));
        }
    }

    /// <summary>The words that did most for a rule, strongest first; a place counts for all its features together.</summary>
    public IReadOnlyList<SuggestionWord> WordsOf(int rule) =>
        [.. words.Where(entry => entry.Rule == rule).GroupBy(entry => (entry.Word.Field, entry.Word.Begin, entry.Word.End))
            .Select(place => place.First().Word with { Weight = place.Sum(entry => entry.Weight) })
            .OrderByDescending(word => word.Weight).Take(MostWords)];
}
