using RegelLoket.ContextAnalysis.Owners;

namespace Training;

/// <summary>
/// Learns which words point to which owner. Reports on several problems are first laid out by a model of the others, in the order of their
/// owners; then each part teaches for itself.
/// </summary>
internal sealed class WordTrainer(Vocabulary words, Vocabulary cues, IReadOnlyList<LabelledReport> catalogue)
{
    private const double Looseness = 10;
    private const double CueLooseness = 1;
    private const double WholeWeight = 0.5;
    private const double HalfWeight = 0.3;
    private const double CatalogueWeight = 0.5;
    private const double CountsWeight = 0.2;
    private const int LeastToHalve = 4;

    public OwnerWeights Learn(IReadOnlyList<LabelledReport> reports)
    {
        List<Example> singles =
        [
            .. reports.Where(report => !report.TellsSeveral && !report.Unknown).SelectMany(ExamplesOf),
            .. catalogue.Select(rule => words.Of(rule.Clauses, rule.Labels, CatalogueWeight)),
        ];
        var weights = Owners(singles);
        var several = reports.Where(report => report.TellsSeveral).ToList();
        var parts = several.SelectMany(report => LayOut(report, weights)
            .Select(part => words.Of(report.Clauses.Take(part.To).Skip(part.From), 1 << part.Owner, 1))
            .Prepend(words.Of(report.Clauses, report.Labels, WholeWeight)));
        weights = Owners([.. singles, .. parts]);
        return weights with { Cues = Cues(reports, out var bias), CueBias = bias };
    }

    /// <summary>The likeliest stretches for the known owners of a report, in their order.</summary>
    public IReadOnlyList<OwnerStretch> LayOut(LabelledReport report, OwnerWeights weights)
    {
        var (n, parts) = (report.Clauses.Count, report.Parts.Count);
        if (n < parts)
        {
            return [];
        }

        var reading = new OwnerReading(report.Text, report.Clauses, weights, _ => []);
        var best = new (double Fit, int From)[parts + 1, n + 1];
        for (var part = 0; part <= parts; part++)
        {
            for (var to = 0; to <= n; to++)
            {
                best[part, to] = (part == 0 && to == 0 ? 0 : double.NegativeInfinity, 0);
                for (var from = 0; part > 0 && from < to; from++)
                {
                    var fit = best[part - 1, from].Fit + LogShare(reading.WordsOf(from, to), report.Parts[part - 1]);
                    if (fit > best[part, to].Fit)
                    {
                        best[part, to] = (fit, from);
                    }
                }
            }
        }

        var layout = new List<OwnerStretch>();
        for (var (part, to) = (parts, n); part > 0; part--)
        {
            layout.Insert(0, new OwnerStretch(best[part, to].From, to, report.Parts[part - 1]));
            to = best[part, to].From;
        }

        return layout;
    }

    /// <summary>A report, and its halves where it has one owner: the app weighs stretches, and those are shorter than a report.</summary>
    private IEnumerable<Example> ExamplesOf(LabelledReport report)
    {
        yield return words.Of(report.Clauses, report.Labels, 1);
        if (report.Clauses.Count >= LeastToHalve && int.PopCount(report.Labels) == 1)
        {
            yield return words.Of(report.Clauses.Take(report.Clauses.Count / 2), report.Labels, HalfWeight);
            yield return words.Of(report.Clauses.Skip(report.Clauses.Count / 2), report.Labels, HalfWeight);
        }
    }

    private OwnerWeights Owners(IReadOnlyList<Example> examples)
    {
        var learned = new (double[] Weights, double Bias)[OwnerWeights.Owners];
        Parallel.For(0, learned.Length, owner =>
        {
            var (weights, bias) = LogisticRegression.Learn(words.Size, examples, example => (example.Labels >> owner & 1) == 1, Looseness);
            var shares = WordCounts.LogShares(words.Size, examples, owner);
            learned[owner] = ([.. weights.Zip(shares, (weight, share) => weight + (CountsWeight * share))], bias);
        });
        return new OwnerWeights
        {
            Version = "",
            Fingerprint = OwnerFeatures.Fingerprint,
            Words = words.Entries.ToDictionary(
                entry => entry.Key, entry => new OwnerWord(
                    entry.Rarity, [.. learned.Select(owner => MathF.Round((float)owner.Weights[entry.Number], 2))]),
                StringComparer.Ordinal),
            Bias = [.. learned.Select(owner => owner.Bias)],
            Cues = new Dictionary<string, float>(),
            CueBias = 0,
            Window = new double[OwnerJudgement.WindowFeatures],
            WindowBias = new double[OwnerWeights.Owners],
            Sets = new double[OwnerJudgement.SetFeatures],
        };
    }

    private Dictionary<string, float> Cues(IReadOnlyList<LabelledReport> reports, out double bias)
    {
        var examples = reports.Where(report => !report.Unknown)
            .Select(report => cues.Of(report.Cues, report.TellsSeveral ? 1 : 0)).ToList();
        (var weights, bias) = LogisticRegression.Learn(cues.Size, examples, example => example.Labels == 1, CueLooseness);
        return cues.Entries.ToDictionary(entry => entry.Key, entry => MathF.Round((float)weights[entry.Number], 2), StringComparer.Ordinal);
    }

    private static double LogShare(double[] scores, int owner)
    {
        var most = scores.Max();
        return scores[owner] - most - Math.Log(scores.Sum(score => Math.Exp(score - most)));
    }
}
