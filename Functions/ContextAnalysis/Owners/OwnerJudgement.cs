namespace RegelLoket.ContextAnalysis.Owners;

/// <summary>
/// Combines words and catalogue. Each stretch of a report has a probability for each owner; the layout of stretches
/// that explains the report best is found for each set of owners; and each set gets a probability from that fit, from
/// the cues for several problems, and from the catalogue. The training program uses the same functions.
/// </summary>
internal static class OwnerJudgement
{
    public const int WindowFeatures = 8;
    public const int SetFeatures = 19;
    private const int Sets = 16;
    private const double UsualLength = 15;
    private const double Least = 0.005;

    /// <summary>Returns the evidence for an owner in a stretch.</summary>
    public static double[] FeaturesOf(OwnerReading reading, int from, int to, int owner)
    {
        var word = reading.WordsOf(from, to)[owner];
        var (shares, best) = reading.CatalogueOf(from, to);
        var share = Math.Log(shares[owner] + 0.02) + 1.5;
        var (known, sure) = (Sigmoid((best - 12) / 3), Sigmoid((best - 25) / 5));
        var elsewhere = owner == OwnerWeights.Elsewhere ? 1.0 : 0;
        return [word, share * known, share * sure, word * sure, elsewhere, elsewhere * known, elsewhere * word, share * 0.3];
    }

    /// <summary>Returns the probability of each owner for a stretch.</summary>
    public static double[] OwnersOf(OwnerReading reading, int from, int to, double[] window, double[] bias)
    {
        var scores = new double[OwnerWeights.Owners];
        for (var owner = 0; owner < scores.Length; owner++)
        {
            scores[owner] = bias[owner] + Dot(window, FeaturesOf(reading, from, to, owner));
        }

        return Softmax(scores);
    }

    /// <summary>Returns the best fit of each set of owners to the report, with its layout.</summary>
    public static (double[] Fit, IReadOnlyList<OwnerStretch>[] Layout) Explain(
        OwnerReading reading, double[] window, double[] bias)
    {
        var n = reading.Count;
        var best = new (double Fit, int From, int Owner)[n + 1, Sets];
        for (var at = 0; at <= n; at++)
        {
            for (var set = 0; set < Sets; set++)
            {
                best[at, set] = (at == 0 && set == 0 ? 0 : double.NegativeInfinity, 0, 0);
            }
        }

        for (var to = 1; to <= n; to++)
        {
            for (var from = 0; from < to; from++)
            {
                var likely = OwnersOf(reading, from, to, window, bias);
                var weight = Math.Sqrt(reading.Length(from, to) / UsualLength);
                for (var owner = 0; owner < OwnerWeights.Owners; owner++)
                {
                    var fit = Math.Log(likely[owner] + Least) * weight;
                    for (var set = 0; set < Sets; set++)
                    {
                        if ((set >> owner & 1) == 0 && best[from, set].Fit + fit > best[to, set | 1 << owner].Fit)
                        {
                            best[to, set | 1 << owner] = (best[from, set].Fit + fit, from, owner);
                        }
                    }
                }
            }
        }

        return ([.. Enumerable.Range(0, Sets).Select(set => Math.Max(best[n, set].Fit, -40))],
            [.. Enumerable.Range(0, Sets).Select(set => LayoutOf(best, n, set))]);
    }

    /// <summary>Returns the evidence for a set of owners.</summary>
    public static double[] FeaturesOf(OwnerReading reading, double[] fit, int set)
    {
        var size = int.PopCount(set);
        var gain = (fit[set] - new[] { fit[1], fit[2], fit[4], fit[8] }.Max()) / 3;
        var best = reading.Count == 0 ? 0 : reading.CatalogueOf(0, reading.Count).Best;
        var (known, sure) = (Sigmoid((best - 14) / 3), Sigmoid((best - 26) / 5));
        var named = set & 7;
        var share = reading.CatalogueShare * reading.CatalogueShare;
        var same = reading.CatalogueSet >= 0 && named == reading.CatalogueSet ? share : 0;
        var more = reading.CatalogueSet > 0 && named != reading.CatalogueSet
            && (named & reading.CatalogueSet) == reading.CatalogueSet ? share : 0;
        double If(bool holds, double value) => holds ? value : 0;
        return
        [
            fit[set] / 3, If(size == 1, gain), If(size == 2, 1), If(size == 3, 1), If((set & 8) != 0, 1),
            If((set & 8) != 0 && size > 1, 1),
            If(size == 4, -3), If(size == 2, gain), If(size == 3, gain), If(set == 8, fit[8] / 3),
            If(size >= 2, reading.Several),
            If(size >= 3, reading.Several), same, same * known, same * sure, more * known,
            If(int.PopCount(named) > 1, same * known),
            If(set == 8, same * known), same * share * sure,
        ];
    }

    /// <summary>
    /// Returns the probability of each set of owners; the fourth bit is an owner outside the three ministries.
    /// </summary>
    public static double[] SetsOf(OwnerReading reading, double[] fit, double[] weights)
    {
        var scores = new double[Sets];
        scores[0] = double.NegativeInfinity;
        for (var set = 1; set < Sets; set++)
        {
            scores[set] = Dot(weights, FeaturesOf(reading, fit, set));
        }

        return Softmax(scores);
    }

    private static IReadOnlyList<OwnerStretch> LayoutOf((double Fit, int From, int Owner)[,] best, int to, int set)
    {
        var layout = new List<OwnerStretch>();
        while (to > 0 && set > 0 && !double.IsNegativeInfinity(best[to, set].Fit))
        {
            var (_, from, owner) = best[to, set];
            layout.Insert(0, new OwnerStretch(from, to, owner));
            (to, set) = (from, set & ~(1 << owner));
        }

        return layout;
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double Dot(double[] weights, double[] values) =>
        weights.Zip(values, (weight, value) => weight * value).Sum();

    private static double[] Softmax(double[] scores)
    {
        var most = scores.Max();
        var shares = scores.Select(score => Math.Exp(score - most)).ToArray();
        var sum = shares.Sum();
        return [.. shares.Select(share => share / sum)];
    }
}
