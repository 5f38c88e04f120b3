using RegelLoket.ContextAnalysis.Owners;

namespace Training;

/// <summary>The features that are kept, those that occur in a few texts at least, and how rare each is.</summary>
internal sealed class Vocabulary
{
    /// <summary>The logarithm at which a word counts as it is: one in fifty reports has it.</summary>
    private const double Usual = 4;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly float[] rarity;

    /// <param name="reports">The keys of each report; they alone tell how rare a word is.</param>
    /// <param name="others">The keys of other texts to learn from.</param>
    /// <param name="least">In how many texts a key occurs at least.</param>
    public Vocabulary(IReadOnlyList<IEnumerable<string>> reports, IReadOnlyList<IEnumerable<string>> others, int least)
    {
        var inReports = Count(reports);
        var counts = Count(reports.Concat(others));
        foreach (var (key, _) in counts.Where(entry => entry.Value >= least).OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            numbers[key] = numbers.Count;
        }

        rarity = [.. numbers.Keys.Select(key => MathF.Round(
            (float)(Math.Log((reports.Count + 1.0) / (inReports.GetValueOrDefault(key) + 1)) / Usual), 2))];
    }

    public int Size => numbers.Count;

    public IEnumerable<(string Key, int Number, float Rarity)> Entries =>
        numbers.Select(entry => (entry.Key, entry.Value, rarity[entry.Value]));

    /// <summary>A stretch of clauses, as long as the app makes it.</summary>
    public Example Of(IEnumerable<ReportClause> clauses, int labels, double weight)
    {
        var (sum, length) = (new SortedDictionary<int, double>(), 0.0);
        foreach (var feature in clauses.SelectMany(clause => clause.Features))
        {
            if (numbers.TryGetValue(feature.Key, out var number))
            {
                var value = feature.Value * rarity[number];
                sum[number] = sum.GetValueOrDefault(number) + value;
                length += value * value;
            }
        }

        var scale = 1 / Math.Sqrt(Math.Max(length, 1e-6));
        return new Example([.. sum.Keys], [.. sum.Values.Select(value => value * scale)], labels, weight);
    }

    public Example Of(IReadOnlyCollection<string> cues, int labels)
    {
        var known = cues.Where(numbers.ContainsKey).Select(cue => numbers[cue]).Order().ToArray();
        return new Example(known, [.. known.Select(_ => 1 / Math.Sqrt(known.Length))], labels, 1);
    }

    private static Dictionary<string, int> Count(IEnumerable<IEnumerable<string>> texts) =>
        texts.SelectMany(keys => keys.Distinct()).CountBy(key => key, StringComparer.Ordinal)
            .ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
}
