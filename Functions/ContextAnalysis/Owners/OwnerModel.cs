using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.ContextAnalysis.Suggestions;

namespace RegelLoket.ContextAnalysis.Owners;

/// <summary>
/// Finds the owners of a report's rules by learned words, the evidence of the catalogue, and the parts of the report.
/// It prefers "unknown" to a wrong name.
/// </summary>
internal sealed class OwnerModel(RuleCatalogue catalogue, OwnerWeights weights)
{
    /// <summary>The minimum probability of the likeliest set of owners; below it the answer is "unknown".</summary>
    private const double LeastSure = 0.25;

    /// <summary>The minimum strength of a ministry that is named beside the likeliest set.</summary>
    private const double LeastBeside = 0.5;

    /// <summary>The same for a ministry that shares the likeliest rule of the catalogue with the likeliest set.</summary>
    private const double LeastShared = 0.3;

    /// <summary>The minimum share of such rules in what the catalogue finds.</summary>
    private const double LeastSharedRules = 0.5;

    private const double LeastPossible = 0.12;
    private const int MostWords = 6;
    private const int NoMinistry = 1 << OwnerWeights.Elsewhere;

    /// <summary>The minimum number of known words; with fewer the catalogue alone decides.</summary>
    private const int LeastWords = 5;

    private static readonly Ministry[] Ministries = [Ministry.Vws, Ministry.Ocw, Ministry.Szw];

    private readonly int[] setOfRule = [.. catalogue.Rules.Select(rule => BitsOf(rule.Ministries))];

    public string Version => weights.Version;

    /// <summary>Returns the ministries as bits, in the order of the weights.</summary>
    public static int BitsOf(IEnumerable<Ministry> ministries) =>
        ministries.Sum(ministry => 1 << Array.IndexOf(Ministries, ministry));

    /// <summary>Prepares a report for the model, with the catalogue's evidence on each stretch.</summary>
    /// <param name="report">The report.</param>
    /// <param name="scores">The scores of its words for the rules of the catalogue.</param>
    /// <param name="sharesOf">The conversion from scores of rules to shares.</param>
    /// <param name="named">The owners by the catalogue alone; null when it finds none.</param>
    public OwnerReading Read(
        ReportText report, RuleScores scores, Func<double[], double[]> sharesOf, IReadOnlyList<Ministry>? named)
    {
        var clauses = ReportClause.Cut(report);
        var parts = scores.TotalsOf([.. clauses.Select(clause => (clause.Field, clause.Begin, clause.End))]);
        var set = named is null ? -1 : BitsOf(named);
        var shares = sharesOf(scores.Totals);
        return new OwnerReading(report, clauses, weights, EvidenceFrom)
        {
            Several = weights.SeveralProblems(ProblemCues.Of(report)),
            CatalogueSet = set,
            CatalogueShare = shares.Where((_, rule) => setOfRule[rule] == set).Sum(),
        };

        CatalogueEvidence[] EvidenceFrom(int from)
        {
            var evidence = new CatalogueEvidence[clauses.Count + 1];
            var totals = new double[setOfRule.Length];
            for (var to = from; to < clauses.Count; to++)
            {
                for (var rule = 0; rule < totals.Length; rule++)
                {
                    totals[rule] += parts[to][rule];
                }

                evidence[to + 1] = Evidence(from == 0 && to == clauses.Count - 1 ? scores.Totals : totals, sharesOf);
            }

            return evidence;
        }
    }

    public OwnerFindings Judge(OwnerReading reading)
    {
        if (KnownWords(reading) < LeastWords)
        {
            return ByCatalogue(reading);
        }

        var layouts = OwnerJudgement.Explain(reading, weights.Window, weights.WindowBias);
        var sets = OwnerJudgement.SetsOf(reading, layouts, weights.Sets);
        var strengths = Enumerable.Range(0, Ministries.Length)
            .Select(owner => sets.Where((_, set) => (set >> owner & 1) == 1).Sum()).ToArray();
        var (likeliest, probability) = Likeliest(sets);
        var isSure = probability >= LeastSure;
        var shared = reading.CatalogueSet > 0 && (reading.CatalogueSet & likeliest) == likeliest
            && reading.CatalogueShare >= LeastSharedRules ? reading.CatalogueSet : 0;
        bool IsNamed(int owner) => isSure && likeliest != 0 && ((likeliest >> owner & 1) == 1
            || strengths[owner] >= ((shared >> owner & 1) == 1 ? LeastShared : LeastBeside));
        var named = Enumerable.Range(0, Ministries.Length).Where(IsNamed).OrderByDescending(owner => strengths[owner])
            .ToList();
        var possible = Enumerable.Range(0, Ministries.Length)
            .Where(owner => !IsNamed(owner) && strengths[owner] >= LeastPossible)
            .OrderByDescending(owner => strengths[owner]).ToList();
        var bits = named.Sum(owner => 1 << owner);
        var layout = layouts[bits | (sets[bits | NoMinistry] > sets[bits] ? NoMinistry : 0)].Stretches;
        return new OwnerFindings
        {
            Unknown = !isSure,
            Named = [.. named.Select(Suggest)],
            Possible = [.. possible.Select(Suggest)],
            Parts = named.Count == 0 || layout.Count < 2 ? [] : [.. layout.Select(stretch => PartOf(reading, stretch))],
        };

        Suggested<Ministry> Suggest(int owner)
        {
            var own = layout.Where(stretch => stretch.Owner == owner).Take(1).ToList();
            var (from, to) = own is [var stretch] ? (stretch.From, stretch.To) : (0, reading.Count);
            return new(Ministries[owner], strengths[owner], WordsOf(reading, from, to, owner));
        }
    }

    /// <summary>
    /// Returns the likeliest owners as bits with their probability, whether or not another owner stands beside them.
    /// </summary>
    internal static (int Owners, double Probability) Likeliest(double[] sets) =>
        Enumerable.Range(0, NoMinistry)
            .Select(owners => (owners, owners == 0 ? sets[NoMinistry] : sets[owners] + sets[owners | NoMinistry]))
            .MaxBy(set => set.Item2);

    /// <summary>
    /// Returns the owners by the catalogue alone, for a report with few known words or with words of a new rule.
    /// </summary>
    private static OwnerFindings ByCatalogue(OwnerReading reading) => new()
    {
        Unknown = reading.CatalogueSet < 0,
        Named = [.. Ministries.Where((_, owner) => reading.CatalogueSet > 0 && (reading.CatalogueSet >> owner & 1) == 1)
            .Select(ministry => new Suggested<Ministry>(ministry, reading.CatalogueShare, []))],
        Possible = [],
        Parts = [],
    };

    private SuggestedPart PartOf(OwnerReading reading, OwnerStretch stretch)
    {
        Ministry? ministry = stretch.Owner == OwnerWeights.Elsewhere ? null : Ministries[stretch.Owner];
        var clauses = reading.Clauses.Take(stretch.To).Skip(stretch.From)
            .GroupBy(clause => clause.Field)
            .Select(field => new ReportStretch(field.Key, field.First().Begin, field.Last().End));
        return new SuggestedPart(ministry, [.. clauses], WordsOf(reading, stretch.From, stretch.To, stretch.Owner));
    }

    /// <summary>Returns the words of a stretch with the strongest evidence for an owner over the others.</summary>
    private IReadOnlyList<SuggestionWord> WordsOf(OwnerReading reading, int from, int to, int owner) =>
    [
        .. reading.Clauses.Take(to).Skip(from)
            .SelectMany(
                clause => clause.Features.Where(feature => weights.Words.ContainsKey(feature.Key)), (clause, feature) =>
                (clause.Field, feature.Begin, feature.End, Weight: feature.Value * Pull(weights.Words[feature.Key], owner)))
            .GroupBy(word => (word.Field, word.Begin, word.End))
            .Select(place => new SuggestionWord(place.Key.Field, place.Key.Begin, place.Key.End,
                reading.Report[place.Key.Field][place.Key.Begin..place.Key.End], place.Sum(word => word.Weight)))
            .Where(word => word.Weight > 0).OrderByDescending(word => word.Weight).Take(MostWords),
    ];

    private int KnownWords(OwnerReading reading) => reading.Clauses.Sum(clause => clause.Features
        .Where(feature => feature.Key[0] != '…' && weights.Words.ContainsKey(feature.Key))
        .DistinctBy(feature => feature.Begin).Count());

    private CatalogueEvidence Evidence(double[] totals, Func<double[], double[]> sharesOf)
    {
        var shares = sharesOf(totals);
        var owners = new double[OwnerWeights.Owners];
        for (var rule = 0; rule < shares.Length; rule++)
        {
            var set = setOfRule[rule] == 0 ? 1 << OwnerWeights.Elsewhere : setOfRule[rule];
            for (var owner = 0; owner < owners.Length; owner++)
            {
                owners[owner] += (set >> owner & 1) * shares[rule];
            }
        }

        return new CatalogueEvidence(owners, totals.Max());
    }

    private static double Pull(OwnerWord word, int owner) =>
        word.Rarity * (word.Weights[owner] - ((word.Weights.Sum() - word.Weights[owner]) / (OwnerWeights.Owners - 1)));
}
