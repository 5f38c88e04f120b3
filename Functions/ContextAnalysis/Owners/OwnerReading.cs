using RegelLoket.ContextAnalysis.Suggestions;

namespace RegelLoket.ContextAnalysis.Owners;

/// <summary>
/// A report prepared for the model: for each stretch of clauses the evidence of its words and of the catalogue.
/// </summary>
internal sealed class OwnerReading
{
    private readonly double[][][] words;
    private readonly CatalogueEvidence[][] catalogue;
    private readonly double[] lengths;

    /// <param name="report">The report.</param>
    /// <param name="clauses">The clauses of the report.</param>
    /// <param name="weights">The learned weights of words.</param>
    /// <param name="evidence">The catalogue's evidence on the clauses from one up to each other.</param>
    public OwnerReading(
        ReportText report, IReadOnlyList<ReportClause> clauses, OwnerWeights weights, Func<int, CatalogueEvidence[]> evidence)
    {
        Report = report;
        Clauses = clauses;
        Count = clauses.Count;
        var sums = clauses.Select(clause => Sum(clause, weights)).ToArray();
        lengths = [.. sums.Select(sum => sum.Length)];
        words = new double[Count][][];
        catalogue = new CatalogueEvidence[Count][];
        for (var from = 0; from < Count; from++)
        {
            words[from] = new double[Count + 1][];
            catalogue[from] = evidence(from);
            var (total, length) = (new double[OwnerWeights.Owners], 0.0);
            for (var to = from; to < Count; to++)
            {
                length += sums[to].Length;
                var scores = words[from][to + 1] = new double[OwnerWeights.Owners];
                for (var owner = 0; owner < OwnerWeights.Owners; owner++)
                {
                    total[owner] += sums[to].Scores[owner];
                    scores[owner] = weights.Bias[owner] + (total[owner] / Math.Sqrt(Math.Max(length, 1e-6)));
                }
            }
        }
    }

    public ReportText Report { get; }

    public IReadOnlyList<ReportClause> Clauses { get; }

    public int Count { get; }

    /// <summary>The evidence of the small words for several problems.</summary>
    public double Several { get; init; }

    /// <summary>The owners by the catalogue alone, as bits; below zero when it finds none.</summary>
    public int CatalogueSet { get; init; } = -1;

    /// <summary>The share of all rules with exactly these owners.</summary>
    public double CatalogueShare { get; init; }

    public double[] WordsOf(int from, int to) => words[from][to];

    public CatalogueEvidence CatalogueOf(int from, int to) => catalogue[from][to];

    /// <summary>Returns the total weight of the words of a stretch.</summary>
    public double Length(int from, int to)
    {
        var sum = 0.0;
        foreach (var length in lengths.AsSpan(from, to - from))
        {
            sum += length;
        }

        return sum;
    }

    private static (double[] Scores, double Length) Sum(ReportClause clause, OwnerWeights weights)
    {
        var (scores, length) = (new double[OwnerWeights.Owners], 0.0);
        foreach (var feature in clause.Features)
        {
            if (!weights.Words.TryGetValue(feature.Key, out var known))
            {
                continue;
            }

            var value = feature.Value * known.Rarity;
            length += value * value;
            for (var owner = 0; owner < OwnerWeights.Owners; owner++)
            {
                scores[owner] += value * known.Weights[owner];
            }
        }

        return (scores, length);
    }
}
