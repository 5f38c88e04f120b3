using System.Text.Json;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.ContextAnalysis.Suggestions;

namespace RegelLoket.Tests.ContextAnalysis;

public sealed class SampleReportsTests
{
    private static readonly IReadOnlyList<(string Name, JsonElement Content)> Reports = [.. Samples.ReadFolder("meldingen")];

    /// <summary>The ones that the demo adds: some are reported and no more.</summary>
    private static readonly IReadOnlyList<(string Name, JsonElement Content)> OfDemo = [.. Samples.ReadFolder("demo")];

    [Fact]
    public void Reports_All_KeepToTheFixedLists()
    {
        Assert.True(Reports.Count >= 65);
        Assert.All(Reports, report =>
        {
            var analysis = report.Content.GetProperty("analyse");
            Assert.True(EnumNames.TryParseSlug<Branche>(report.Content.Text("branche"), out _), report.Name);
            Assert.All(report.Content.GetProperty("themas").EnumerateArray(), theme =>
                Assert.True(EnumNames.TryParseSlug<Theme>(theme.GetString(), out _), report.Name));
            Assert.True(EnumNames.TryParseSlug<RuleSource>(analysis.Text("bron"), out _), report.Name);
            Assert.True(EnumNames.TryParseSlug<OutcomeKind>(analysis.Text("uitkomst"), out _), report.Name);
            Assert.All(analysis.GetProperty("ministeries").EnumerateArray(), ministry =>
                Assert.True(EnumNames.TryParseSlug<Ministry>(ministry.GetString(), out _), report.Name));
        });
    }

    [Fact]
    public void Reports_ReporterAddresses_AreInvented() =>
        Assert.All(Reports.Concat(OfDemo).Where(report => report.Content.TryGetProperty("melder", out _)), report =>
            Assert.Matches(@"@([a-z0-9-]+\.)*example\.(nl|org)$", report.Content.GetProperty("melder").Text("email")));

    [Fact]
    public void Reports_TextsForReaders_HaveNoSentenceOverTwentyFiveWords() =>
        Assert.All(Reports.Concat(OfDemo).Where(HasOutcome), report =>
        {
            var analysis = report.Content.GetProperty("analyse");
            var texts = analysis.GetProperty("publicatie").EnumerateObject().Select(part => part.Value.GetString()!)
                .Append(analysis.Text("tekstVoorMelder"));
            Assert.All(texts.SelectMany(text => text.Split(['.', '!', '?'])), sentence =>
                Assert.True(sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 25, $"{report.Name}: {sentence}"));
        });

    [Fact]
    public void Suggest_SampleReports_AgreesWithTheAnalysisMostly()
    {
        var engine = new SuggestionEngine(RuleCatalogue.LoadEmbedded());

        var agreed = Reports.Count(report => Owners(engine, report.Content)
            .SetEquals(report.Content.GetProperty("analyse").GetProperty("ministeries").EnumerateArray()
            .Select(ministry => ministry.GetString()!)));

        Assert.True(agreed >= 0.85 * Reports.Count, $"{agreed} of {Reports.Count}");
    }

    private static bool HasOutcome((string Name, JsonElement Content) report) =>
        report.Content.TryGetProperty("analyse", out var analysis) && analysis.TryGetProperty("uitkomst", out _);

    private static HashSet<string> Owners(SuggestionEngine engine, JsonElement report) => engine.Suggest(new ReportText
    {
        ["titel"] = report.Text("titel"),
        ["omschrijving"] = report.Text("omschrijving"),
        ["belemmering"] = report.Text("belemmering"),
        ["geprobeerd"] = report.Text("geprobeerd"),
        ["wens"] = report.Text("wens"),
        ["vermoedelijkeRegel"] = report.Text("vermoedelijkeRegel"),
        ["gevolgen"] = report.Text("gevolgen"),
    }).Ministries.Select(ministry => ministry.Value.Slug()).ToHashSet();
}
