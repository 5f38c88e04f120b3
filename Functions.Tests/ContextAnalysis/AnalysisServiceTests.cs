using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;
using RegelLoket.Tests.Workbench;

namespace RegelLoket.Tests.ContextAnalysis;

[Collection(AppCollection.Name)]
public sealed class AnalysisServiceTests(AppFixture app)
{
    [Fact]
    public async Task Assign_NewCase_TakesItUp()
    {
        var reported = await TestCase.ReportAsync(app);

        var (status, body) = await reported.PutAsync("/behandelaar", new { behandelaar = TestCase.Author });

        Assert.Equal(200, status);
        Assert.Equal(TestCase.Author, body.Text("behandelaar"));
        Assert.Equal("in-analyse", body.Text("status"));
    }

    [Fact]
    public async Task Assign_ToAnotherHandler_AsksForAReason()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.PutAsync("/behandelaar", new { behandelaar = TestCase.Author });

        var without = await reported.PutAsync("/behandelaar", new { behandelaar = TestCase.Second });
        var with = await reported.PutAsync("/behandelaar", new { behandelaar = TestCase.Second, reden = "Ans is met verlof." });

        Assert.Equal(400, without.Status);
        Assert.Equal(["reden"], without.Body.WrongFields());
        Assert.Equal(200, with.Status);
        Assert.Equal(TestCase.Second, with.Body.Text("behandelaar"));
    }

    [Fact]
    public async Task AnalyseContext_SameTwice_AppendsOnce()
    {
        var reported = await TestCase.ReportAsync(app);

        var first = await reported.PutAsync("/contextanalyse", reported.Analysis);
        var again = await reported.PutAsync("/contextanalyse", reported.Analysis);

        Assert.Equal("probleemstelling", first.Body.Text("status"));
        Assert.Equal(200, again.Status);
        var file = await app.Services.GetRequiredService<CaseStore>().FindAsync(CaseNumber.Parse(reported.Number), default);
        Assert.Single(file!.Events, e => e.What is ContextAnalysed);
    }

    [Fact]
    public async Task AnalyseContext_EverythingWrong_NamesEveryField()
    {
        var reported = await TestCase.ReportAsync(app);

        var (status, body) = await reported.PutAsync("/contextanalyse", new
        {
            bron = "onzin",
            regels = new object?[] { new { bwbId = "met spatie", citeertitel = "", gecontroleerdOp = "2999-01-01" }, null },
            ministeries = new[] { "fin" },
            uitvoerder = "<script>",
            toelichting = " ",
        });

        Assert.Equal(400, status);
        Assert.Equal(
            ["bron", "ministeries", "regels[0].bwbId", "regels[0].citeertitel", "regels[0].gecontroleerdOp", "regels[1].citeertitel",
                "toelichting", "uitvoerder"],
            body.WrongFields().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AnalyseContext_RuleWithoutADay_WasCheckedByNobodyUntilTheTick()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.PutAsync("/contextanalyse", new
        {
            bron = "wet",
            regels = new[] { new { citeertitel = "Wet BIG", artikel = "36" } },
            ministeries = new[] { "vws" },
            toelichting = "Dit mag in opdracht.",
        });
        var page = $"/werkbank/zaken/{reported.Number}/context";
        using var analyst = app.AsAnalyst(TestCase.Author);

        Assert.False(Rule(await reported.GetAsync()).TryGetProperty("gecontroleerdOp", out _));
        var unread = await SaveAsync("1-5-2026", null);
        var ticked = await SaveAsync(null, "ja");

        Assert.Contains("Vul een datum in, zoals 2026-05-01.", unread.Body, StringComparison.Ordinal);
        Assert.Equal((400, 303), (unread.Status, ticked.Status));
        var today = WorkingDays.DayOf(app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        Assert.Equal(today.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            Rule(await reported.GetAsync()).Text("gecontroleerdOp"));

        Task<(int Status, string Body)> SaveAsync(string? day, string? tick) => PageForms.PostAsync(analyst, page, page,
            new Dictionary<string, string?>
            {
                ["bron"] = "wet",
                ["regels[0].citeertitel"] = "Wet BIG",
                ["regels[0].artikel"] = "36",
                ["regels[0].gecontroleerdOp"] = day,
                ["regels[0].vandaagNagekeken"] = tick,
                ["ministeries"] = "vws",
                ["toelichting"] = "Dit mag in opdracht.",
            }.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Key, field.Value!)));

        static JsonElement Rule(JsonElement of) => of.GetProperty("contextanalyse").GetProperty("regels")[0];
    }

    [Fact]
    public async Task AnalyseContext_AfterApproval_ReopensTheStatement()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.ApproveAsync();

        var (_, body) = await reported.PutAsync(
            "/contextanalyse", new
            {
                bron = "misverstand",
                regels = Array.Empty<object>(),
                ministeries = Array.Empty<string>(),
                toelichting = "De regel zegt dit niet."
            });

        Assert.Equal("probleemstelling", body.Text("status"));
        var statements = (await reported.GetAsync()).GetProperty("probleemstellingen");
        Assert.False(statements[0].GetProperty("goedgekeurd").GetBoolean());
        Assert.Equal(409, (await reported.PostAsync("/goedkeuringen", new { onderdeel = "probleemstelling", versie = 1 },
            TestCase.Second)).Status);
    }

    [Fact]
    public async Task AskReporter_WhileWaiting_IsRefusedWithAReason()
    {
        var reported = await TestCase.ReportAsync(app);
        var first = await reported.PostAsync("/vragen-aan-melder", new { vraag = "Om hoeveel mensen gaat het?" });

        var second = await reported.PostAsync("/vragen-aan-melder", new { vraag = "En waar?" });

        Assert.Equal("wacht-op-melder", first.Body.Text("status"));
        Assert.Equal(409, second.Status);
        Assert.Contains("Wacht op melder", second.Body.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GoOnWithoutReply_WhileWaiting_ReturnsToWhereItWas()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.AnalyseAsync();
        await reported.PostAsync("/vragen-aan-melder", new { vraag = "Om hoeveel mensen gaat het?" });

        var (status, body) = await reported.PostAsync("/hervattingen", new { });

        Assert.Equal(200, status);
        Assert.Equal("probleemstelling", body.Text("status"));
        Assert.Equal(409, (await reported.PostAsync("/hervattingen", new { })).Status);
    }

    [Theory]
    [InlineData("/v1/zaken/RR-2026-ZZZZZ")]
    [InlineData("/v1/zaken/onzin")]
    public async Task Commands_OnAnUnknownCase_AreNotFound(string path)
    {
        using var client = app.AsAnalyst();
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(404, (int)response.StatusCode);
    }
}
