using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RegelLoket.Tests.Workbench;

[Collection(AppCollection.Name)]
public sealed partial class WorkQueueTests(AppFixture app)
{
    [Fact]
    public async Task PostCaseSearch_InAnyText_ShowsWhereItWasFound()
    {
        var word = $"waterval{Guid.NewGuid():N}"[..16];
        var reported = await TestCase.ReportAsync(app, description: $"Wij willen de Coördinatie van de {word} anders.");

        var found = await SearchAsync(new { zoek = $"coordinatie {word}", tab = "alle", pagina = 1 });

        Assert.Equal(reported.Number, Assert.Single(found.GetProperty("zaken").EnumerateArray()).Text("zaaknummer"));
        Assert.Contains(word, found.GetProperty("zaken")[0].Text("gevonden"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetCases_ByEachFilter_HoldsTheCaseThatFits()
    {
        var reported = await TestCase.ReportAsync(app, branche: "kraamzorg");
        await reported.PutAsync("/behandelaar", new { behandelaar = "Fleur Filter" });
        await reported.AnalyseAsync();

        foreach (var query in new[] { "status=probleemstelling", "ministerie=vws", "thema=werken-naar-talent", "branche=kraamzorg",
            "volgorde=gewijzigd", "regel=BWBR0006251" })
        {
            var numbers = (await GetAsync($"/v1/zaken?behandelaar=fleur%20filter&{query}")).GetProperty("zaken").EnumerateArray()
                .Select(line => line.Text("zaaknummer"));
            Assert.Contains(reported.Number, numbers);
        }

        Assert.DoesNotContain(
            reported.Number,
            (await GetAsync("/v1/zaken?behandelaar=Fleur%20Filter&ministerie=ocw")).GetProperty("zaken").EnumerateArray()
                .Select(line => line.Text("zaaknummer")));
    }

    [Fact]
    public async Task PostCaseSearch_ByEachFilter_HoldsTheCaseThatFits()
    {
        var reported = await TestCase.ReportAsync(app, branche: "kraamzorg");

        Assert.Contains(reported.Number,
            NumbersIn(await SearchAsync(new { zoek = reported.Number, branche = "kraamzorg", leeftijd = (int?)null })));
        Assert.Empty(NumbersIn(await SearchAsync(new { zoek = reported.Number, branche = "ggd" })));
        Assert.Empty(NumbersIn(await SearchAsync(new { zoek = reported.Number, leeftijd = 30 })));
    }

    [Fact]
    public async Task PostCaseSearch_UnknownValues_NamesEveryOne()
    {
        using var client = app.AsAnalyst();
        using var response = await client.PostAsJsonAsync("/v1/zaken-zoekopdrachten",
            new { zoek = new string('x', 201), status = "onzin", pagina = 0 });
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal(["pagina", "status", "zoek"], problem.RootElement.WrongFields().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task GetCases_WithSearchWords_FindsTheSameAndLogsNoneOfThem()
    {
        var reported = await TestCase.ReportAsync(app);

        Assert.Equal([reported.Number], NumbersIn(await GetAsync($"/v1/zaken?zoek={reported.Number}")));
        Assert.DoesNotContain(app.Log, line => line.Contains($"zoek={reported.Number}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GetCases_UnknownValues_NamesEveryOne()
    {
        using var client = app.AsAnalyst();
        using var response = await client.GetAsync(new Uri("/v1/zaken?status=onzin&ministerie=fin&pagina=0", UriKind.Relative));
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal(["ministerie", "pagina", "status"], problem.RootElement.WrongFields().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task GetQueueFile_AnyQuery_IsATableWithoutFormulas()
    {
        var reported = await TestCase.ReportAsync(app, title: "=HYPERLINK(\"https://voorbeeld.nl\";\"klik\")", branche: "ambulancezorg");

        var file = await app.AsAnalyst().GetStringAsync(new Uri("/werkbank/zaken.csv?tab=alle&branche=ambulancezorg", UriKind.Relative));

        var row = file.Split("\r\n").Single(line => line.StartsWith(reported.Number, StringComparison.Ordinal));
        Assert.StartsWith($"{reported.Number};\"'=HYPERLINK(\"\"https", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetCase_ByAColleague_IsKeptAsSeen()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.SendAsync(HttpMethod.Get, "", name: "Kim Kijker");

        var seen = (await reported.GetAsync("/inzagen")).GetProperty("inzagen").EnumerateArray().ToList();

        Assert.Contains(seen, look => look.Text("naam") == "Kim Kijker" && look.Text("onderdeel") == "api");
    }

    [Fact]
    public async Task GetEvents_OfACase_HoldNoHashOfACode()
    {
        var reported = await TestCase.ReportAsync(app);

        var first = (await reported.GetAsync("/gebeurtenissen")).GetProperty("gebeurtenissen")[0];

        Assert.Equal("caseReported", first.Text("soort"));
        Assert.False(first.GetProperty("gegevens").TryGetProperty("followCodeHash", out _));
    }

    [Theory]
    [InlineData("/werkbank")]
    [InlineData("/werkbank?tab=niet-toegewezen&ministerie=vws&leeftijd=30")]
    public async Task GetQueuePage_SignedIn_IsAPage(string path)
    {
        await TestCase.ReportAsync(app);
        using var client = app.AsAnalyst();

        Assert.Contains("<h1>Zaken</h1>", await client.GetStringAsync(new Uri(path, UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostSearch_OfWords_FindsThemAtAnAddressThatDoesNotNameThem()
    {
        var word = $"vindbaar{Guid.NewGuid():N}"[..16];
        var reported = await TestCase.ReportAsync(app, title: $"Over {word}");
        using var client = app.AsAnalyst();

        using var answer = await PageForms.PostForAnswerAsync(client, "/werkbank", "/werkbank/zoeken",
            new Dictionary<string, string> { ["tab"] = "alle", ["zoek"] = word, ["status"] = "", ["afgerond"] = "ja" });
        var address = answer.Headers.Location!.ToString();
        var page = await client.GetStringAsync(new Uri(address, UriKind.Relative));

        Assert.StartsWith("/werkbank?", address, StringComparison.Ordinal);
        Assert.DoesNotContain(word, address, StringComparison.Ordinal);
        Assert.Contains($"value=\"{word}\"", page, StringComparison.Ordinal);
        Assert.Contains(reported.Number, page, StringComparison.Ordinal);
        foreach (Match link in Links().Matches(page))
        {
            Assert.DoesNotContain(word, link.Value, StringComparison.Ordinal);
        }

        var file = await client.GetStringAsync(new Uri(address.Replace("/werkbank?", "/werkbank/zaken.csv?", StringComparison.Ordinal),
            UriKind.Relative));
        Assert.Contains(reported.Number, file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetQueuePage_WithWordsThatNobodySealed_AsksForThemAgain()
    {
        using var client = app.AsAnalyst();

        using var answer = await client.GetAsync(new Uri("/werkbank?tab=alle&zoek=helpende", UriKind.Relative));

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("Typ je zoekwoorden opnieuw", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [GeneratedRegex("(href|action)=\"[^\"]*\"")]
    private static partial Regex Links();

    [Fact]
    public async Task GetCaseTabs_OfAnApprovedCase_AreAllPages()
    {
        var reported = await TestCase.ReportAsync(app, title: "<script>alert(1)</script>");
        await reported.ApproveAsync();
        using var client = app.AsAnalyst();

        foreach (var tab in new[] { "", "/melding", "/context", "/probleemstelling", "/ministeries", "/oplossing", "/publicatie",
            "/dossier", "/inzage" })
        {
            var page = await client.GetStringAsync(new Uri($"/werkbank/zaken/{reported.Number}{tab}", UriKind.Relative));
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.Contains("</html>", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task PostSuggestion_OfAReport_NamesMinistryAndWords()
    {
        using var client = app.AsAnalyst();
        using var response = await client.PostAsJsonAsync(
            new Uri("/v1/suggesties", UriKind.Relative),
            new
            {
                titel = "Helpende mag geen insuline prikken",
                omschrijving = "Onze helpenden willen insuline toedienen.",
                belemmering = "Alleen een verpleegkundige mag een injectie geven, zegt de teamleider."
            });
        using var suggestion = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal("vws", suggestion.RootElement.GetProperty("ministeries")[0].Text("ministerie"));
        Assert.NotEmpty(suggestion.RootElement.GetProperty("regels")[0].GetProperty("woorden").EnumerateArray());
    }

    private static IEnumerable<string?> NumbersIn(JsonElement page) =>
        page.GetProperty("zaken").EnumerateArray().Select(line => line.Text("zaaknummer"));

    private async Task<JsonElement> SearchAsync(object search)
    {
        using var client = app.AsAnalyst();
        using var answer = await client.PostAsJsonAsync("/v1/zaken-zoekopdrachten", search);
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        using var client = app.AsAnalyst();
        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)));
        return document.RootElement.Clone();
    }
}
