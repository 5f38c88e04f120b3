using System.Text.Json;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.ContextAnalysis.Suggestions;

namespace RegelLoket.Tests.ContextAnalysis;

public sealed class SuggestionEngineTests(ITestOutputHelper output)
{
    private static readonly SuggestionEngine Engine = new(RuleCatalogue.LoadEmbedded());

    [Theory]
    [InlineData("suggesties/ontwikkel.json")]
    [InlineData("suggesties/achtergehouden.json")]
    [InlineData("suggesties/vers.json")]
    [InlineData("suggesties/vers-2.json")]
    [InlineData("suggesties/vers-3.json")]
    [InlineData("suggesties/vers-4.json")]
    [InlineData("suggesties/vers-5.json")]
    [InlineData("suggesties/vers-6.json")]
    [InlineData("suggesties/vers-7.json")]
    [InlineData("suggesties/vers-8.json")]
    public void Suggest_SampleReports_FindsTheOwnersOftenEnough(string file)
    {
        var samples = Samples.Read(file);
        var results = samples.Select(sample => (Expected: Expected(sample), Suggested: Owners(Suggest(sample)))).ToList();
        foreach (var cell in results.CountBy(result => result).OrderBy(cell => cell.Key))
        {
            output.WriteLine($"{cell.Key.Expected,-10} -> {cell.Key.Suggested,-10} {cell.Value}");
        }

        foreach (var (sample, (expected, suggested)) in samples.Zip(results).Where(pair => pair.Second.Expected != pair.Second.Suggested))
        {
            var rules = string.Join(", ", Suggest(sample).Rules.Select(rule => $"{rule.Value.Id} {rule.Score:F2}"));
            output.WriteLine($"{expected} -> {suggested}: {sample.Text("titel")}. "
                + $"{sample.Text("omschrijving")} {sample.Text("belemmering")} [{rules}]");
        }

        var right = results.Count(result => result.Expected == result.Suggested);
        var none = results.Where(result => result.Expected == "geen").ToList();
        output.WriteLine($"exact set {right}/{results.Count}; no ministry where the owner is none of the three "
            + $"{none.Count(result => result.Suggested is "geen" or "onbekend")}/{none.Count}");
        Assert.True(right >= 0.85 * results.Count, $"{right} of {results.Count}");
    }

    [Fact]
    public void Suggest_AllSamplesOwnedByOthers_RarelyNamesAMinistry()
    {
        var none = Samples.ReadFolder("suggesties").SelectMany(file => file.Content.EnumerateArray())
            .Where(sample => Expected(sample) == "geen").ToList();

        var silent = none.Count(sample => Suggest(sample).Ministries.Count == 0);

        Assert.True(silent >= 0.9 * none.Count, $"{silent} of {none.Count}");
    }

    [Fact]
    public void Suggest_VatOnLending_SaysWhoOwnsTheRuleInstead()
    {
        var suggestion = Engine.Suggest(new ReportText
        {
            ["belemmering"] = "Over het uitlenen van onze verpleegkundigen moeten wij btw "
            + "betalen aan de Belastingdienst."
        });

        Assert.True(suggestion.NoneOfThree);
        Assert.Empty(suggestion.Ministries);
        Assert.Equal("ministerie van Financiën", suggestion.OwnerElsewhere);
        Assert.Equal("belastingdienst", suggestion.ExecutiveBody!.Id);
    }

    [Fact]
    public void Suggest_EuropeanDiploma_NamesBothMinistries()
    {
        var suggestion = Engine.Suggest(new ReportText
        {
            ["belemmering"] = "Een Duitse verpleegkundige moet haar diploma opnieuw laten "
            + "erkennen, terwijl we in Europa zitten."
        });

        Assert.Equal([Ministry.Vws, Ministry.Ocw], suggestion.Ministries.Select(ministry => ministry.Value).Order());
    }

    [Fact]
    public void Suggest_AnyReport_TellsWhereEachPointOfTheScoreComesFrom()
    {
        var words = Engine.Suggest(new ReportText { ["belemmering"] = "De stagebegeleidingsvergoeding uit het stagefonds valt weg." })
            .Rules[0].Words;

        Assert.Equal(words.Count, words.DistinctBy(word => (word.Field, word.Begin, word.End)).Count());
        Assert.Equal(words.Select(word => word.Weight), words.Select(word => word.Weight).OrderDescending());
    }

    [Fact]
    public void Suggest_WordsBehindIt_StandAtTheirPlaces()
    {
        var report = new ReportText { ["titel"] = "Insuline", ["belemmering"] = "Onze helpende mag geen insuline spuiten van de Wet BIG." };

        var suggestion = Engine.Suggest(report);

        var words = suggestion.Rules[0].Words;
        Assert.Contains(words, word => word.Text == "insuline" && word.Field == "belemmering");
        Assert.All(words, word => Assert.Equal(word.Text, report[word.Field][word.Begin..word.End]));
    }

    [Theory]
    [InlineData("Mijn fiets heeft een lekke band.")]
    [InlineData("")]
    [InlineData("\u0000\u200b <script>alert(1)</script> 😀")]
    public void Suggest_NothingToGoOn_IsUnknown(string text)
    {
        var suggestion = Engine.Suggest(new ReportText { ["belemmering"] = text });

        Assert.True(suggestion.Unknown);
        Assert.Empty(suggestion.Ministries);
        Assert.False(suggestion.NoneOfThree);
    }

    [Fact]
    public void Suggest_SubjectSetAside_IsNotSuggested()
    {
        var suggestion = Engine.Suggest(new ReportText
        {
            ["belemmering"] = "Het gaat niet om de btw bij uitlenen. Bij de arbeidstijden loopt het vast: na een late dienst is elf uur "
                + "rust verplicht, zegt de planner.",
        });

        Assert.Equal("arbeidstijden-nacht", suggestion.Rules[0].Value.Id);
        Assert.DoesNotContain(suggestion.Rules, rule => rule.Value.Id == "btw-uitleen");
    }

    [Theory]
    [InlineData("Haar bijstandsuitkeering stopt als ze de opleidng volgt van de gemeente.", "bijstand-opleiding")]
    [InlineData("De stagebegeleidingsvergoeding uit het stagefonds valt weg.", "stagefonds")]
    public void Suggest_TypingErrorsAndCompounds_AreUnderstood(string text, string rule) =>
        Assert.Equal(rule, Engine.Suggest(new ReportText { ["belemmering"] = text }).Rules[0].Value.Id);

    [Fact]
    public void Suggest_BrancheChosen_IsKept() =>
        Assert.Equal(Branche.Kraamzorg, Engine.Suggest(new ReportText
        {
            ["belemmering"] = "In het ziekenhuis mag de helpende geen insuline "
            + "prikken.",
            Branche = Branche.Kraamzorg
        }).Branche!.Value);

    [Fact]
    public void Suggest_SameReportTwice_IsTheSame()
    {
        var report = new ReportText
        {
            ["belemmering"] = "Een statushouder krijgt geen contract omdat er een werkvergunning nodig zou zijn.",
        };

        Assert.Equal(JsonSerializer.Serialize(Engine.Suggest(report)), JsonSerializer.Serialize(Engine.Suggest(report)));
    }

    private static Suggestion Suggest(JsonElement sample) => Engine.Suggest(new ReportText
    {
        ["titel"] = sample.Text("titel"),
        ["omschrijving"] = sample.Text("omschrijving"),
        ["belemmering"] = sample.Text("belemmering"),
    });

    private static string Expected(JsonElement sample)
    {
        var expected = sample.GetProperty("verwacht");
        return expected.GetProperty("onbekend").GetBoolean() ? "onbekend"
            : Joined(expected.GetProperty("ministeries").EnumerateArray().Select(ministry => ministry.GetString()!));
    }

    private static string Owners(Suggestion suggestion) => suggestion.Unknown ? "onbekend"
        : Joined(suggestion.Ministries.Select(ministry => ministry.Value.Slug()));

    private static string Joined(IEnumerable<string> ministries) =>
        string.Join('+', ministries.Order(StringComparer.Ordinal)) is { Length: > 0 } joined ? joined : "geen";
}
