namespace RegelLoket.ContextAnalysis.Owners;

/// <summary>
/// Combines words and catalogue. Each stretch of a report has a probability for each owner; the layout of stretches
/// that explains the report best is found for each set of owners; and each set gets a probability from that fit, from
/// the cues for several problems, and from the catalogue. The training program uses the same functions.
/// </summary>
internal static class OwnerJudgement
{
    public const int WindowFeatures = 8;
    public const int SetFeatures = 19 + WeakestFeatures + WholeTextFeatures;
    private const int WeakestFeatures = 5;
    private const int WholeTextFeatures = 4;
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

    /// <summary>Returns the best layout of the report for each set of owners.</summary>
    public static OwnerLayout[] Explain(OwnerReading reading, double[] window, double[] bias)
    {
        var n = reading.Count;
        var likely = new double[n + 1, n + 1][];
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
                likely[from, to] = OwnersOf(reading, from, to, window, bias);
                var weight = Math.Sqrt(reading.Length(from, to) / UsualLength);
                for (var owner = 0; owner < OwnerWeights.Owners; owner++)
                {
                    var fit = Math.Log(likely[from, to][owner] + Least) * weight;
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

        return [.. Enumerable.Range(0, Sets).Select(set =>
        {
            var stretches = StretchesOf(best, n, set);
            return new OwnerLayout(Math.Max(best[n, set].Fit, -40), stretches, Weakest(reading, stretches, likely));
        })];
    }

    /// <summary>Returns the evidence for a set of owners.</summary>
    public static double[] FeaturesOf(OwnerReading reading, OwnerLayout[] layouts, int set)
    {
        var size = int.PopCount(set);
        var fit = layouts[set].Fit;
        var gain = (fit - new[] { layouts[1].Fit, layouts[2].Fit, layouts[4].Fit, layouts[8].Fit }.Max()) / 3;
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
            fit / 3, If(size == 1, gain), If(size == 2, 1), If(size == 3, 1), If((set & 8) != 0, 1),
            If((set & 8) != 0 && size > 1, 1),
            If(size == 4, -3), If(size == 2, gain), If(size == 3, gain), If(set == 8, fit / 3),
            If(size >= 2, reading.Several),
            If(size >= 3, reading.Several), same, same * known, same * sure, more * known,
            If(int.PopCount(named) > 1, same * known),
            If(set == 8, same * known), same * share * sure,
            .. layouts[set].Weakest, .. WholeText(reading, set),
        ];
    }

    /// <summary>
    /// Returns the probability of each set of owners; the fourth bit is an owner outside the three ministries.
    /// </summary>
    public static double[] SetsOf(OwnerReading reading, OwnerLayout[] layouts, double[] weights) =>
        SetsOf([.. Enumerable.Range(0, Sets).Select(set => set == 0 ? [] : FeaturesOf(reading, layouts, set))], weights);

    /// <inheritdoc cref="SetsOf(OwnerReading, OwnerLayout[], double[])"/>
    public static double[] SetsOf(double[][] features, double[] weights)
    {
        var scores = new double[Sets];
        scores[0] = double.NegativeInfinity;
        for (var set = 1; set < Sets; set++)
        {
            scores[set] = Dot(weights, features[set]);
        }

        return Softmax(scores);
    }

    /// <summary>
    /// Returns the evidence for the weakest part of a layout. A set with several owners is as good as the owner with
    /// the least evidence: one strong part explains most of a text, also when the other owner is made up.
    /// </summary>
    private static double[] Weakest(OwnerReading reading, IReadOnlyList<OwnerStretch> stretches, double[,][] likely)
    {
        if (stretches.Count < 2)
        {
            return new double[WeakestFeatures];
        }

        double LeastOf(Func<OwnerStretch, double> of) => stretches.Min(of);
        return
        [
            Math.Log(LeastOf(part => likely[part.From, part.To][part.Owner]) + 0.01),
            Math.Log(LeastOf(part => reading.Length(part.From, part.To)) + 1) - 2,
            LeastOf(part => reading.CatalogueOf(part.From, part.To).Best) / 10,
            Math.Clamp(LeastOf(part => reading.WordsOf(part.From, part.To)[part.Owner]), -3, 3),
            LeastOf(part => reading.CatalogueOf(part.From, part.To).Shares[part.Owner]
                * Sigmoid((reading.CatalogueOf(part.From, part.To).Best - 12) / 3)),
        ];
    }

    /// <summary>Returns how well the words of the whole text fit the owners in a set, and those outside it.</summary>
    private static double[] WholeText(OwnerReading reading, int set)
    {
        if (reading.Count == 0)
        {
            return new double[WholeTextFeatures];
        }

        var words = reading.WordsOf(0, reading.Count);
        double LogShare(bool inside) => Enumerable.Range(0, OwnerWeights.Owners)
            .Where(owner => (set >> owner & 1) == 1 == inside)
            .Sum(owner => Math.Log(Sigmoid(inside ? words[owner] : -words[owner]) + 1e-9)) / 2;
        var (present, absent) = (LogShare(inside: true), LogShare(inside: false));
        return int.PopCount(set) > 1 ? [present, absent, present, absent] : [present, absent, 0, 0];
    }

    private static IReadOnlyList<OwnerStretch> StretchesOf((double Fit, int From, int Owner)[,] best, int to, int set)
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
