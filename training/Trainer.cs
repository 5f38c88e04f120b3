using System.Text.Encodings.Web;
using System.Text.Json;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.ContextAnalysis.Owners;
using RegelLoket.ContextAnalysis.Suggestions;

namespace Training;

/// <summary>From the corpus to weights, and from weights to figures. Every split is made with a fixed seed.</summary>
internal sealed class Trainer
{
    private const int Folds = 5;
    private const int UnknownSubjects = 3;
    private const int SubjectFolds = 6;
    private const int Seed = 7;
    private const int LeastReports = 3;
    private const int LeastCueReports = 4;

    private static readonly OwnerWeights None = OwnerWeights.Read(new StringReader(
        "version\t\nfeatures\t\nbias\t0\t0\t0\t0\ncuebias\t0\nwindow"
        + string.Concat(Enumerable.Repeat("\t0", OwnerJudgement.WindowFeatures))
        + "\nwindowbias\t0\t0\t0\t0\nsets" + string.Concat(Enumerable.Repeat("\t0", OwnerJudgement.SetFeatures)) + "\n"));

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly SuggestionEngine engine = new(RuleCatalogue.LoadEmbedded(), None);
    private readonly Corpus corpus;
    private readonly List<LabelledReport> reports;
    private readonly WordTrainer words;

    public Trainer(string root)
    {
        corpus = new Corpus(root, engine);
        reports = [.. corpus.Reports(), .. corpus.Samples()];
        var rules = corpus.Rules();
        words = new WordTrainer(
            new Vocabulary([.. reports.Select(KeysOf)], [.. rules.Select(KeysOf)], LeastReports),
            new Vocabulary([.. reports.Select(report => report.Cues)], [], LeastCueReports), rules);
        static IEnumerable<string> KeysOf(LabelledReport report) =>
            report.Clauses.SelectMany(clause => clause.Features).Select(feature => feature.Key);
    }

    /// <summary>All weights. How words and catalogue are joined is learned from reports that the words were not learned from.</summary>
    public OwnerWeights Learn()
    {
        var joined = Join();
        return words.Learn(reports) with { Window = joined.Window, WindowBias = joined.WindowBias, Sets = joined.Sets };
    }

    /// <summary>What the weights say of a few reports, before they are written: a test compares the app with it.</summary>
    public string Specimens(OwnerWeights weights)
    {
        var learned = new SuggestionEngine(RuleCatalogue.LoadEmbedded(), weights);
        var chosen = corpus.Reports().Where((_, i) => i % 300 == 0).Select(report => report.Text).ToList();
        return JsonSerializer.Serialize(
            chosen.Select(text => (Text: text["belemmering"], Suggestion: learned.Suggest(text))).Select(entry => new
            {
                tekst = entry.Text,
                onbekend = entry.Suggestion.Unknown,
                sterkte = entry.Suggestion.Ministries.Concat(entry.Suggestion.Possible)
                    .ToDictionary(ministry => ministry.Value.Slug(), ministry => Math.Round(ministry.Score, 4)),
            }),
            Readable);
    }

    /// <summary>Leaves whole subjects out of what the words are learned from, and prints how the engines do on them.</summary>
    public void CrossValidate()
    {
        var joined = Join();
        var fold = Subjects(new Random(Seed), SubjectFolds);
        var results = new List<(LabelledReport Report, Suggestion New)>();
        foreach (var group in reports.GroupBy(report => report.Subjects.Aggregate(0, (bits, subject) => bits | 1 << fold[subject])))
        {
            var others = reports.Where(report => report.Subjects.All(subject => (group.Key >> fold[subject] & 1) == 0)).ToList();
            var weights = words.Learn(others) with { Window = joined.Window, WindowBias = joined.WindowBias, Sets = joined.Sets };
            var learned = new SuggestionEngine(RuleCatalogue.LoadEmbedded(), weights);
            results.AddRange(group.Select(report => (report, learned.Suggest(report.Text))));
        }

        Print(results, ["corpus", "lastig", "suggesties"]);
    }

    /// <summary>How the engine of the app does on one half of a blind set.</summary>
    public void Compare(string blind, bool second)
    {
        var current = new SuggestionEngine(RuleCatalogue.LoadEmbedded());
        Print([.. corpus.Blind(blind, second).Select(report => (report, current.Suggest(report.Text)))], [blind]);
        Print([.. corpus.Samples().Select(report => (report, current.Suggest(report.Text)))], ["suggesties"]);
    }

    private void Print(IReadOnlyList<(LabelledReport Report, Suggestion New)> results, IEnumerable<string> sets)
    {
        Console.WriteLine(Scoreboard.Head);
        foreach (var set in sets)
        {
            var chosen = results.Where(result => !result.Report.Unknown && (set == "corpus" ? result.Report.Set is not "suggesties"
                : result.Report.Set.StartsWith(set, StringComparison.Ordinal))).ToList();
            Console.WriteLine(Scoreboard.Row("catalogue alone, " + set, chosen.Select(result => ByCatalogue(result.Report))));
            Console.WriteLine(
                Scoreboard.Row("catalogue, every owner above a share, " + set, chosen.Select(result => ByShare(result.Report))));
            Console.WriteLine(Scoreboard.Row("learned, " + set, chosen.Select(result => (result.Report.Owners, Bits(result.New.Ministries),
                Bits(result.New.Ministries.Concat(result.New.Possible)), result.New.Unknown))));
        }
    }

    private (int Owners, int Named, int Shown, bool Unknown) ByCatalogue(LabelledReport report)
    {
        var owners = engine.OwnersByCatalogue(report.Text);
        var named = owners is null ? 0 : OwnerModel.BitsOf(owners);
        return (report.Owners, named, named, owners is null);
    }

    /// <summary>The engine before, but with every owner that has a quarter of the shares: sets without learning.</summary>
    private (int Owners, int Named, int Shown, bool Unknown) ByShare(LabelledReport report)
    {
        var owners = engine.OwnersByCatalogue(report.Text);
        if (owners is null or [] || report.Clauses.Count == 0)
        {
            return ByCatalogue(report);
        }

        var shares = engine.Read(report.Text, None).CatalogueOf(0, report.Clauses.Count).Shares;
        var named = OwnerModel.BitsOf(owners) | Enumerable.Range(0, 3).Where(owner => shares[owner] >= 0.25).Sum(owner => 1 << owner);
        return (report.Owners, named, named, false);
    }

    /// <summary>
    /// How words and catalogue are joined. More than half of the subjects are unknown to the words, as on a desk: else the words would be
    /// trusted more than they deserve, and a second owner would hardly be seen.
    /// </summary>
    private OwnerWeights Join()
    {
        var parts = new List<(OwnerReading, OwnerStretch)>();
        var readings = new List<(OwnerReading Reading, int Owners)>();
        foreach (var (fold, others) in JoinFolds())
        {
            var weights = words.Learn(others);
            foreach (var report in fold)
            {
                var reading = engine.Read(report.Text, weights);
                readings.Add((reading, report.Owners));
                if (report.TellsSeveral)
                {
                    parts.AddRange(words.LayOut(report, weights).Select(part => (reading, part)));
                }
                else if (int.PopCount(report.Owners) <= 1)
                {
                    parts.Add((reading, new OwnerStretch(0, reading.Count, int.Log2(report.Labels))));
                }
            }
        }

        var (window, bias) = JudgementTrainer.Windows(parts);
        var sets = JudgementTrainer.Sets([.. readings.Select(entry => (
            entry.Reading, OwnerJudgement.Explain(entry.Reading, window, bias), entry.Owners))]);
        return None with { Window = window, WindowBias = bias, Sets = sets };
    }

    /// <summary>Parts of the reports, each with the reports that its words are learned from.</summary>
    private IEnumerable<(List<LabelledReport> Fold, List<LabelledReport> Others)> JoinFolds()
    {
        var random = new Random(Seed);
        var bySubject = Subjects(random, Folds);
        var usable = reports.Where(report => !report.Unknown && report.Clauses.Count > 0);
        foreach (var group in usable.GroupBy(FoldOf).OrderBy(group => group.Key))
        {
            var held = group.ToHashSet(ReferenceEqualityComparer.Instance);
            var subjects = group.Key < UnknownSubjects ? group.SelectMany(report => report.Subjects).ToHashSet() : [];
            yield return ([.. group], [.. reports.Where(report => !held.Contains(report) && !report.Subjects.Any(subjects.Contains))]);
        }

        int FoldOf(LabelledReport report) =>
            bySubject[report.Subjects[0]] is var fold && fold < UnknownSubjects ? fold : random.Next(UnknownSubjects, Folds);
    }

    /// <summary>The subjects, dealt out by chance.</summary>
    private Dictionary<string, int> Subjects(Random random, int folds) =>
        reports.SelectMany(report => report.Subjects).Distinct().Order(StringComparer.Ordinal).OrderBy(_ => random.Next())
            .Select((subject, i) => (subject, Fold: i % folds)).ToDictionary(entry => entry.subject, entry => entry.Fold);

    private static int Bits(IEnumerable<Suggested<Ministry>> ministries) =>
        OwnerModel.BitsOf(ministries.Select(ministry => ministry.Value));
}
