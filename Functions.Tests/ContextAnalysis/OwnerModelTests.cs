using System.Text.Json;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.ContextAnalysis.Owners;
using RegelLoket.ContextAnalysis.Suggestions;

namespace RegelLoket.Tests.ContextAnalysis;

public sealed class OwnerModelTests
{
    private static readonly SuggestionEngine Engine = new(RuleCatalogue.LoadEmbedded());

    [Fact]
    public void Weights_OfTheApp_WereLearnedFromTheFeaturesOfTheApp()
    {
        var weights = OwnerWeights.Current;

        Assert.Equal(OwnerFeatures.Fingerprint, weights.Fingerprint);
        Assert.Matches("^[0-9a-f]{8}$", weights.Version);
        Assert.Contains(weights.Version, Engine.Version, StringComparison.Ordinal);
        Assert.All(weights.Words.Values, word => Assert.Equal(OwnerWeights.Owners, word.Weights.Length));
        Assert.Equal(OwnerJudgement.WindowFeatures, weights.Window.Length);
        Assert.Equal(OwnerJudgement.SetFeatures, weights.Sets.Length);
    }

    [Fact]
    public void Suggest_ReportsThatTheTrainerJudged_IsJudgedAlike()
    {
        var file = Path.Combine(Samples.Root(), "training", "steekproef.json");
        var judged = JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray().ToList();

        Assert.True(judged.Count >= 5);
        Assert.All(judged, expected =>
        {
            var suggestion = Suggest(expected.Text("tekst"));
            var strengths = suggestion.Ministries.Concat(suggestion.Possible).ToDictionary(m => m.Value.Slug(), m => m.Score);
            var known = expected.GetProperty("sterkte").EnumerateObject().ToList();
            Assert.Equal(expected.GetProperty("onbekend").GetBoolean(), suggestion.Unknown);
            Assert.Equal(known.Select(m => m.Name).Order(), strengths.Keys.Order());
            Assert.All(known, m => Assert.Equal(m.Value.GetDouble(), strengths[m.Name], 0.01));
        });
    }

    [Fact]
    public void WeightsFile_WrittenAndRead_IsTheSame()
    {
        using var first = new StringWriter();
        OwnerWeights.Current.Write(first);
        using var second = new StringWriter();
        OwnerWeights.Read(new StringReader(first.ToString())).Write(second);

        Assert.Equal(first.ToString(), second.ToString());
        Assert.True(first.ToString().Length <= 1_200_000, $"{first.ToString().Length} characters");
    }

    [Fact]
    public void Suggest_ReportsOnSeveralProblems_MostlyShowsEveryOwnerWithItsOwnWords()
    {
        var reports = File.ReadLines(Path.Combine(Samples.Root(), "training", "corpus", "meer.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Select(report => (Suggestion: Suggest(report.Text("tekst")),
                Owners: report.GetProperty("eigenaren").EnumerateArray().Select(owner => owner.GetString()!).ToHashSet()))
            .Where(report => report.Owners.Count > 1).ToList();
        IEnumerable<Suggested<Ministry>> Shown(Suggestion suggestion) => suggestion.Ministries.Concat(suggestion.Possible);

        var complete = reports.Count(report => report.Owners.IsSubsetOf(Shown(report.Suggestion).Select(m => m.Value.Slug())));

        Assert.True(complete >= 0.7 * reports.Count, $"{complete} of {reports.Count}");
        Assert.All(reports.SelectMany(report => report.Suggestion.Ministries), ministry => Assert.NotEmpty(ministry.Words));
    }

    [Fact]
    public void Suggest_AllSamples_SeldomNamesAWrongMinistryAndShowsTheRightOnes()
    {
        var results = Samples.ReadFolder("suggesties").SelectMany(file => file.Content.EnumerateArray())
            .Concat(JsonDocument.Parse(
                File.ReadAllText(Path.Combine(Samples.Root(), "training", "blind.json"))).RootElement.EnumerateArray()
                .Take(75))
            .Where(sample => !sample.GetProperty("verwacht").GetProperty("onbekend").GetBoolean())
            .Select(sample => (
                Suggestion: Engine.Suggest(new ReportText
                {
                    ["titel"] = sample.Text("titel"),
                    ["omschrijving"] = sample.Text("omschrijving"),
                    ["belemmering"] = sample.Text("belemmering"),
                }),
                Owners: sample.GetProperty("verwacht").GetProperty("ministeries").EnumerateArray().Select(m => m.GetString()!).ToHashSet()))
            .ToList();

        var wrong = results.Count(result => result.Suggestion.Ministries.Any(m => !result.Owners.Contains(m.Value.Slug())));
        var complete = results.Count(result => result.Owners.IsSubsetOf(
            result.Suggestion.Ministries.Concat(result.Suggestion.Possible).Select(m => m.Value.Slug())));

        Assert.True(wrong <= 0.03 * results.Count, $"{wrong} of {results.Count} wrong");
        Assert.True(complete >= 0.97 * results.Count, $"{complete} of {results.Count} complete");
    }

    [Fact]
    public void Suggest_Parts_LieInTheReportInItsOrder()
    {
        var reports = File.ReadLines(Path.Combine(Samples.Root(), "training", "corpus", "meer.jsonl")).Take(60)
            .Select(line => JsonDocument.Parse(line).RootElement.Text("tekst")).ToList();
        var divided = reports.Select(text => (Text: text, Suggestion: Suggest(text))).Where(r => r.Suggestion.Parts.Count > 1).ToList();

        Assert.True(divided.Count >= 10, $"{divided.Count} of {reports.Count}");
        Assert.All(divided, report =>
        {
            var places = report.Suggestion.Parts.SelectMany(part => part.Places).ToList();
            Assert.Equal(places.Select(place => place.Begin), places.Select(place => place.Begin).Order());
            Assert.All(places, place => Assert.InRange(place.End, place.Begin + 1, report.Text.Length));
            Assert.All(
                report.Suggestion.Parts.SelectMany(part => part.Words), word => Assert.Equal(word.Text, report.Text[word.Begin..word.End]));
            Assert.All(report.Suggestion.Ministries, m => Assert.Contains(report.Suggestion.Parts, part => part.Ministry == m.Value));
        });
    }

    [Fact]
    public void Suggest_Possible_IsNeverNamedAsWell()
    {
        var suggestions = Samples.Read("suggesties/vers.json").Select(sample => Suggest(sample.Text("belemmering"))).ToList();

        Assert.Contains(suggestions, suggestion => suggestion.Possible.Count > 0);
        Assert.All(suggestions, suggestion => Assert.Empty(suggestion.Possible.Select(m => m.Value).Intersect(
            suggestion.Ministries.Select(m => m.Value))));
    }

    [Fact]
    public void Likeliest_SetsThatDifferInSomebodyElseOnly_CountTogether()
    {
        var sets = new double[16];
        (sets[1], sets[2], sets[2 | 8], sets[8]) = (0.3, 0.25, 0.15, 0.3);

        var (owners, probability) = OwnerModel.Likeliest(sets);

        Assert.Equal((2, 0.4), (owners, Math.Round(probability, 6)));
    }

    [Fact]
    public void Likeliest_SomebodyElseAlone_IsNoMinistry()
    {
        var sets = new double[16];
        (sets[1], sets[1 | 2], sets[8]) = (0.3, 0.3, 0.4);

        Assert.Equal((0, 0.4), OwnerModel.Likeliest(sets));
    }

    [Fact]
    public void Suggest_WhereNothingIsSure_NamesNobody()
    {
        var suggestions = File.ReadLines(Path.Combine(Samples.Root(), "training", "corpus", "lastig3.jsonl"))
            .Select(line => Suggest(JsonDocument.Parse(line).RootElement.Text("tekst"))).Where(suggestion => suggestion.Unknown).ToList();

        Assert.All(suggestions, suggestion => Assert.Empty(suggestion.Ministries));
        Assert.All(suggestions, suggestion => Assert.False(suggestion.NoneOfThree));
    }

    private static Suggestion Suggest(string text) => Engine.Suggest(new ReportText { ["belemmering"] = text });
}
