using RegelLoket.Tests.Workbench;

namespace RegelLoket.Tests.ContextAnalysis;

[Collection(AppCollection.Name)]
public sealed class BundleDeskTests(AppFixture app)
{
    [Fact]
    public async Task Bind_AsTheSame_MergesAndUndoRestores()
    {
        var (main, other) = (await TestCase.ReportAsync(app), await TestCase.ReportAsync(app));
        await other.AnalyseAsync();

        var merged = await other.PostAsync("/verbanden", new { soort = "zelfde", zaaknummer = main.Number, reden = "Zelfde knelpunt." });
        var refused = await other.PutAsync("/probleemstelling", other.Statement);
        var split = await other.SendAsync(HttpMethod.Delete, $"/verbanden/{main.Number}");

        Assert.Equal("samengevoegd", merged.Body.Text("status"));
        Assert.Equal(409, refused.Status);
        Assert.Equal("probleemstelling", split.Body.Text("status"));
        Assert.Equal(["caseAbsorbed", "caseReleased"], (await KindsAsync(main)).TakeLast(2));
        Assert.Equal(["caseMerged", "caseSplitOff"], (await KindsAsync(other)).TakeLast(2));
    }

    [Fact]
    public async Task Bind_AsTheSameTwice_AppendsOnce()
    {
        var (main, other) = (await TestCase.ReportAsync(app), await TestCase.ReportAsync(app));
        var command = new { soort = "zelfde", zaaknummer = main.Number, reden = "Zelfde knelpunt." };

        await other.PostAsync("/verbanden", command);
        await other.PostAsync("/verbanden", command);

        Assert.Single(await KindsAsync(main), "caseAbsorbed");
        Assert.Single(await KindsAsync(other), "caseMerged");
    }

    [Fact]
    public async Task Bind_AsRelated_TellsBothAndUndoTakesItAway()
    {
        var (one, other) = (await TestCase.ReportAsync(app), await TestCase.ReportAsync(app));

        Assert.Equal(200, (await one.PostAsync("/verbanden", new { soort = "verwant", zaaknummer = other.Number, reden = "Zelfde regel." })).Status);
        Assert.Contains("caseLinked", await KindsAsync(other));
        Assert.Equal(200, (await other.SendAsync(HttpMethod.Delete, $"/verbanden/{one.Number}")).Status);

        Assert.Contains("caseUnlinked", await KindsAsync(one));
        Assert.Equal(409, (await one.SendAsync(HttpMethod.Delete, $"/verbanden/{other.Number}")).Status);
    }

    [Fact]
    public async Task Bind_IntoAMergedCaseOrWithWrongFields_IsRefused()
    {
        var (main, other, third) = (await TestCase.ReportAsync(app), await TestCase.ReportAsync(app), await TestCase.ReportAsync(app));
        await other.PostAsync("/verbanden", new { soort = "zelfde", zaaknummer = main.Number, reden = "Zelfde knelpunt." });

        var chained = await third.PostAsync("/verbanden", new { soort = "zelfde", zaaknummer = other.Number, reden = "Ook zo." });
        var wrong = await third.PostAsync("/verbanden", new { soort = "onzin", zaaknummer = third.Number });

        Assert.Equal(409, chained.Status);
        Assert.Equal(400, wrong.Status);
        Assert.Equal(["reden", "soort", "zaaknummer"], wrong.Body.WrongFields().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task GetSimilar_OfTheSameBottleneck_NamesTheOtherWithItsReason()
    {
        var (one, other) = (await ReportLendingAsync(), await ReportLendingAsync());

        var similar = (await one.GetAsync("/vergelijkbare")).GetProperty("vergelijkbare").EnumerateArray().ToList();

        var line = similar.SingleOrDefault(line => line.Text("zaaknummer") == other.Number);
        Assert.NotEqual(default, line);
        Assert.NotEmpty(line.GetProperty("onderwerpen").EnumerateArray());
    }

    private Task<TestCase> ReportLendingAsync() =>
        TestCase.ReportAsync(app, title: "Btw bij collegiaal uitlenen van medewerkers", description: "Over het uitlenen van personeel aan elkaar moeten we omzetbelasting rekenen.");

    private static async Task<List<string?>> KindsAsync(TestCase reported) =>
        [.. (await reported.GetAsync("/gebeurtenissen")).GetProperty("gebeurtenissen").EnumerateArray().Select(e => e.Text("soort")).Where(kind => kind != "mailRecorded")];
}
