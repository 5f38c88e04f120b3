using RegelLoket.ContextAnalysis.Owners;

namespace Training;

/// <summary>
/// Learns how words and catalogue are joined, from readings with weights that never saw the report: else the
/// words would seem surer than they
/// are. Few numbers, so plain ascent with a step of its own for each (AdaGrad) does.
/// </summary>
internal static class JudgementTrainer
{
    private const double Penalty = 0.0005;

    /// <summary>The weight of a report of somebody else, since a ministry named for nothing is worse than none.</summary>
    private const double NoneWeight = 2.4;

    /// <summary>The weight of a report of several ministries, of which the corpus has fewer than a desk.</summary>
    private const double SeveralWeight = 1.2;

    public static (double[] Window, double[] Bias) Windows(IReadOnlyList<(OwnerReading Reading, OwnerStretch Part)> parts)
    {
        const int F = OwnerJudgement.WindowFeatures;
        var weights = new double[F + OwnerWeights.Owners];
        weights[0] = weights[1] = 1;
        Climb(weights, rounds: 60, gradient =>
        {
            foreach (var (reading, part) in parts)
            {
                var likely = OwnerJudgement.OwnersOf(reading, part.From, part.To, weights[..F], weights[F..]);
                for (var owner = 0; owner < likely.Length; owner++)
                {
                    var miss = ((owner == part.Owner ? 1 : 0) - likely[owner]) / parts.Count;
                    var features = OwnerJudgement.FeaturesOf(reading, part.From, part.To, owner);
                    for (var k = 0; k < F; k++)
                    {
                        gradient[k] += miss * features[k];
                    }

                    gradient[F + owner] += miss;
                }
            }
        });
        return (weights[..F], weights[F..]);
    }

    /// <summary>A set counts as right whether or not it holds somebody else beside the right ministries.</summary>
    public static double[] Sets(IReadOnlyList<(OwnerReading Reading, OwnerLayout[] Layouts, int Owners)> reports)
    {
        static double WeightOf(int owners) => owners == 0 ? NoneWeight : int.PopCount(owners) > 1 ? SeveralWeight : 1;
        var whole = reports.Sum(report => WeightOf(report.Owners));
        var features = reports.Select(report => Enumerable.Range(0, 16)
            .Select(set => set == 0 ? [] : OwnerJudgement.FeaturesOf(report.Reading, report.Layouts, set)).ToArray()).ToArray();
        var weights = new double[OwnerJudgement.SetFeatures];
        weights[0] = 2;
        Climb(weights, rounds: 80, gradient =>
        {
            for (var at = 0; at < features.Length; at++)
            {
                var owners = reports[at].Owners;
                var likely = OwnerJudgement.SetsOf(features[at], weights);
                bool IsRight(int set) => set == 8 ? owners == 0 : (set & 7) == owners;
                var right = Enumerable.Range(1, 15).Where(IsRight).Sum(set => likely[set]) + 1e-9;
                for (var set = 1; set < likely.Length; set++)
                {
                    var miss = ((IsRight(set) ? likely[set] / right : 0) - likely[set]) * WeightOf(owners) / whole;
                    for (var k = 0; k < weights.Length; k++)
                    {
                        gradient[k] += miss * features[at][set][k];
                    }
                }
            }
        });
        return weights;
    }

    private static void Climb(double[] weights, int rounds, Action<double[]> addGradient)
    {
        var squares = new double[weights.Length];
        for (var round = 0; round < rounds; round++)
        {
            var gradient = new double[weights.Length];
            addGradient(gradient);
            for (var k = 0; k < weights.Length; k++)
            {
                var slope = gradient[k] - (Penalty * weights[k]);
                squares[k] += slope * slope;
                weights[k] += 0.3 * slope / Math.Sqrt(squares[k] + 1e-8);
            }
        }
    }
}
