using System.Diagnostics;
using System.Text.Json;
using LocalHost.Startup;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.ContextAnalysis.Similarity;
using RegelLoket.ContextAnalysis.Suggestions;
using RegelLoket.Language.PersonalData;

namespace Bench.Measures;

/// <summary>
/// How often suggestion, similar cases and scan are right on the sample sets, and how long they take. Storage is not used.
/// </summary>
internal sealed class ContextMeasure : IMeasure
{
    private const int CaseCount = 10_000;
    private const int Searches = 400;
    private const int ScannedLength = 10_000;

    private static readonly string[] ScanSets = ["ontwikkel", "achtergehouden", "vers", "vers-2", "vers-3", "blind-1", "blind-2"];

    public string Name => "context";

    public string Description => "suggestion, similar cases and personal-data scan on the sample sets";

    public int Repeats => 3;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("suggestion: exact set of owners, held-out reports", "%", Goal.AtLeast, 85),
        new("suggestion: no ministry where the owner is none of the three", "%", Goal.AtLeast, 90),
        new("suggestion: time, p95", "ms", Goal.AtMost, 10),
        new("suggestion: a wrong ministry named", "%", Goal.AtMost, 8),
        new("suggestion: every right owner among those shown", "%", Goal.AtLeast, 92),
        new("suggestion: loading at the first report", "s", Goal.AtMost, 0.4),
        new("similar cases: same bottleneck among the first three", "%", Goal.AtLeast, 85),
        new("similar cases: search in 10,000, p95", "ms", Goal.AtMost, 20),
        new("similar cases: memory for 10,000", "MB", Goal.AtMost, 150),
        new("scan: planted items found", "%", Goal.AtLeast, 95),
        new("scan: false alarms on near misses", "%", Goal.AtMost, 5),
        new("scan: 10,000 characters, p95", "ms", Goal.AtMost, 10),
        new("scan and suggestion: the slowest of 64 KB of hostile text", "ms", Goal.AtMost, 200),
    ];

    public Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        var loading = Stopwatch.StartNew();
        var engine = new SuggestionEngine(RuleCatalogue.LoadEmbedded());
        engine.Suggest(new ReportText { ["belemmering"] = "De uitkering stopt." });
        var loaded = loading.Elapsed.TotalSeconds;
        IReadOnlyList<double> values = [.. Suggestions(engine, loaded), .. SimilarCases(engine), .. Scan(), Hostile(engine)];
        return Task.FromResult(values);
    }

    /// <summary>Texts that lie ill with patterns: much that nearly matches, at every place again.</summary>
    private static double Hostile(SuggestionEngine engine)
    {
        const int Length = 64 * 1024;
        string[] grains = ["a", "a'", "A'", "0-", " ", ".", "a@", "Aa ", "A. ", "Jan ", "a'A’0 .\"-", "Jan 1-2-2000 ", "Dorpsstraat ",
            "Jan@x.nl Jan Smit ", "griep tia "];
        return grains.Max(grain =>
        {
            var text = string.Concat(Enumerable.Repeat(grain, (Length / grain.Length) + 1))[..Length];
            PersonalDataScan.Scan(text);
            var report = ReportText.Of(field => field.TextName == TextNames.Obstacle ? text : "", branche: null);
            return Math.Max(Time(() => PersonalDataScan.Scan(text)), Time(() => engine.Suggest(report)));
        });
    }

    /// <param name="engine">The engine of the app.</param>
    /// <param name="loaded">
    /// The seconds that the catalogue, the words and the weights took; only the first of the repeats reads them.
    /// </param>
    private static double[] Suggestions(SuggestionEngine engine, double loaded)
    {
        var heldOut = Read("suggesties/achtergehouden.json");
        var all = Read("suggesties/ontwikkel.json").Concat(heldOut).ToList();
        var none = all.Where(sample => Expected(sample) is { Unknown: false, Owners: "" }).ToList();
        var times = all.ConvertAll(sample => Time(() => engine.Suggest(Report(sample))));
        return
        [
            Percent(heldOut.Count(sample => Expected(sample) == Suggested(engine.Suggest(Report(sample)))), heldOut.Count),
            Percent(none.Count(sample => engine.Suggest(Report(sample)).Ministries.Count == 0), none.Count),
            Statistics.Percentile(times, 95),
            Percent(heldOut.Count(sample => !Names(engine.Suggest(Report(sample)).Ministries).IsSubsetOf(OwnersOf(sample))), heldOut.Count),
            Percent(heldOut.Count(sample => engine.Suggest(Report(sample)) is var suggestion
                && OwnersOf(sample).IsSubsetOf(Names(suggestion.Ministries.Concat(suggestion.Possible)))), heldOut.Count),
            loaded,
        ];
    }

    private static HashSet<string> Names(IEnumerable<Suggested<Ministry>> ministries) =>
        [.. ministries.Select(ministry => ministry.Value.Slug())];

    private static HashSet<string> OwnersOf(JsonElement sample) =>
        [.. sample.GetProperty("verwacht").GetProperty("ministeries").EnumerateArray().Select(ministry => ministry.GetString()!)];

    private static double[] SimilarCases(SuggestionEngine engine)
    {
        var pairs = Read("vergelijkbaar/ontwikkel.json").Concat(Read("vergelijkbaar/achtergehouden.json")).ToList();
        var index = new SimilarCaseIndex(engine);
        foreach (var pair in pairs)
        {
            index.Set(new IndexedCase(Text(pair, "id"), new ReportText { ["belemmering"] = Text(pair, "casus") }));
            index.Set(new IndexedCase("afleider " + Text(pair, "id"), new ReportText { ["belemmering"] = Text(pair, "afleider") }));
        }

        var found = pairs.Count(pair => index.Find(new ReportText { ["belemmering"] = Text(pair, "zelfdeKnelpunt") }, 3)
            .Any(similar => similar.Key == Text(pair, "id")));
        var texts = pairs.SelectMany(pair => new[] { Text(pair, "casus"), Text(pair, "zelfdeKnelpunt"), Text(pair, "afleider") }).ToList();
        var random = new Random(1);
        ReportText Mixed() => new()
        {
            ["titel"] = texts[random.Next(texts.Count)],
            ["omschrijving"] = texts[random.Next(texts.Count)],
            ["belemmering"] = texts[random.Next(texts.Count)]
        };
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var large = new SimilarCaseIndex(engine);
        for (var i = 0; i < CaseCount; i++)
        {
            large.Set(new IndexedCase($"zaak {i}", Mixed()));
        }

        var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0;
        var times = Enumerable.Range(0, Searches).Select(_ => Mixed()).ToList().ConvertAll(text => Time(() => large.Find(text)));
        return [Percent(found, pairs.Count), Statistics.Percentile(times, 95), memory];
    }

    private static double[] Scan()
    {
        var (planted, found, nearMisses, alarms) = (0, 0, 0, 0);
        var samples = ScanSets.SelectMany(set => Read($"persoonsgegevens/{set}.json")).ToList();
        foreach (var sample in samples)
        {
            var findings = PersonalDataScan.Scan(Text(sample, "tekst"));
            foreach (var item in sample.GetProperty("vondsten").EnumerateArray())
            {
                planted++;
                found += findings.Any(finding => finding.Begin == Place(item, "begin") && finding.End == Place(item, "einde")
                    && finding.Kind.Slug() == Text(item, "soort")) ? 1 : 0;
            }

            foreach (var item in sample.GetProperty("bijnaTreffers").EnumerateArray())
            {
                nearMisses++;
                alarms += findings.Any(finding => finding.Begin < Place(item, "einde") && Place(item, "begin") < finding.End) ? 1 : 0;
            }
        }

        var text = string.Join(' ', samples.Select(sample => Text(sample, "tekst")))[..ScannedLength];
        var times = Enumerable.Range(0, Searches).Select(_ => Time(() => PersonalDataScan.Scan(text))).Skip(Searches / 2).ToList();
        return [Percent(found, planted), Percent(alarms, nearMisses), Statistics.Percentile(times, 95)];
    }

    private static (bool Unknown, string Owners) Expected(JsonElement sample)
    {
        var expected = sample.GetProperty("verwacht");
        return (expected.GetProperty("onbekend").GetBoolean(),
            Joined(expected.GetProperty("ministeries").EnumerateArray().Select(ministry => ministry.GetString()!)));
    }

    private static (bool Unknown, string Owners) Suggested(Suggestion suggestion) =>
        (suggestion.Unknown, Joined(suggestion.Ministries.Select(ministry => ministry.Value.Slug())));

    private static string Joined(IEnumerable<string> ministries) => string.Join('+', ministries.Order(StringComparer.Ordinal));

    private static ReportText Report(JsonElement sample) =>
        new()
        {
            ["titel"] = Text(sample, "titel"),
            ["omschrijving"] = Text(sample, "omschrijving"),
            ["belemmering"] = Text(sample, "belemmering"),
        };

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static int Place(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static double Percent(int part, int whole) => 100.0 * part / whole;

    private static double Time<T>(Func<T> act)
    {
        var watch = Stopwatch.StartNew();
        act();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static List<JsonElement> Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "samples", path)));
        return [.. document.RootElement.EnumerateArray().Select(element => element.Clone())];
    }
}
