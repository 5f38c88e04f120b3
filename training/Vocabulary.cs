using RegelLoket.ContextAnalysis.Owners;

namespace Training;

/// <summary>The features that are kept: those that occur in a few reports at least.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public Vocabulary(IEnumerable<IEnumerable<string>> documents, int least)
    {
        var counts = documents.SelectMany(keys => keys.Distinct()).CountBy(key => key, StringComparer.Ordinal);
        foreach (var (key, _) in counts.Where(entry => entry.Value >= least).OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            numbers[key] = numbers.Count;
        }
    }

    public int Count => numbers.Count;

    public IEnumerable<KeyValuePair<string, int>> Entries => numbers;

    /// <summary>A stretch of clauses, as long as the app makes it.</summary>
    public Example Of(IEnumerable<ReportClause> clauses, int labels, double weight)
    {
        var (sum, length) = (new SortedDictionary<int, double>(), 0.0);
        foreach (var feature in clauses.SelectMany(clause => clause.Features))
        {
            if (numbers.TryGetValue(feature.Key, out var number))
            {
                sum[number] = sum.GetValueOrDefault(number) + feature.Value;
                length += feature.Value * feature.Value;
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
}
