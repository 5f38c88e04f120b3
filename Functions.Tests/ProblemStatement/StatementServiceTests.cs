using RegelLoket.Tests.Workbench;

namespace RegelLoket.Tests.ProblemStatement;

[Collection(AppCollection.Name)]
public sealed class StatementServiceTests(AppFixture app)
{
    [Fact]
    public async Task Write_BeforeTheAnalysis_IsRefused()
    {
        var reported = await TestCase.ReportAsync(app);

        Assert.Equal(409, (await reported.PutAsync("/probleemstelling", reported.Statement)).Status);
    }

    [Fact]
    public async Task Write_AsOneText_MakesAVersion()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.AnalyseAsync();

        var (status, body) = await reported.PutAsync("/probleemstelling", new { tekst = "Helpenden mogen dit in opdracht." });

        Assert.Equal(200, status);
        Assert.Equal(1, body.GetProperty("versie").GetInt32());
        Assert.Equal("wacht-op-goedkeuring", body.Text("status"));
    }

    [Fact]
    public async Task Write_SomeParts_NamesTheMissingOnes()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.AnalyseAsync();

        var (status, body) = await reported.PutAsync("/probleemstelling", new { wie = "Zes helpenden.", ruimte = "Een bevestiging." });

        Assert.Equal(400, status);
        Assert.Equal(["geprobeerd", "gevolg", "regel"], body.WrongFields().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(TestCase.Author)]
    [InlineData("ANS  ANALIST")]
    public async Task Approve_ByTheAuthor_IsRefused(string name)
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.AnalyseAsync();
        await reported.PutAsync("/probleemstelling", reported.Statement);

        var (status, body) = await reported.PostAsync("/goedkeuringen", new { onderdeel = "probleemstelling", versie = 1 }, name);

        Assert.Equal(409, status);
        Assert.Contains("tweede analist", body.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_AnOlderVersion_IsRefused()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.AnalyseAsync();
        await reported.PutAsync("/probleemstelling", reported.Statement);
        await reported.PutAsync("/probleemstelling", new { tekst = "Een andere tekst." });

        var older = await reported.PostAsync("/goedkeuringen", new { onderdeel = "probleemstelling", versie = 1 }, TestCase.Second);
        var newest = await reported.PostAsync("/goedkeuringen", new { onderdeel = "probleemstelling", versie = 2 }, TestCase.Second);

        Assert.Equal(409, older.Status);
        Assert.Equal("klaar-voor-besluit", newest.Body.Text("status"));
    }

    [Fact]
    public async Task Return_ByASecondAnalyst_GoesBackWithTheReason()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.AnalyseAsync();
        await reported.PutAsync("/probleemstelling", reported.Statement);

        var (status, body) = await reported.PostAsync("/probleemstelling/terugzendingen", new { versie = 1, reden = "Noem het artikel." },
            TestCase.Second);

        Assert.Equal(200, status);
        Assert.Equal("probleemstelling", body.Text("status"));
        using var client = app.AsAnalyst();
        Assert.Contains("Noem het artikel.",
            await client.GetStringAsync(new Uri($"/werkbank/zaken/{reported.Number}/probleemstelling", UriKind.Relative)),
            StringComparison.Ordinal);
    }
}
