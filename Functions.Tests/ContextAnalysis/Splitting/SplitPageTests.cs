using System.Net;
using RegelLoket.Tests.Workbench;

namespace RegelLoket.Tests.ContextAnalysis.Splitting;

/// <summary>The page on which a report is split, without a script.</summary>
[Collection(AppCollection.Name)]
public sealed class SplitPageTests(AppFixture app)
{
    private const string Reader = "Lies Lezer";

    [Fact]
    public async Task Page_Opened_BeginsEachPartWithWhatTheReportSays()
    {
        var reported = await TestCase.ReportAsync(app);
        using var analyst = app.AsAnalyst(TestCase.Author);

        var page = WebUtility.HtmlDecode(await analyst.GetStringAsync(PageOf(reported)));

        Assert.All(new[] { 0, 1 }, place => Assert.Contains(
            $"name=\"delen[{place}].titel\" type=\"text\" value=\"Helpende mag geen insuline prikken\"", page, StringComparison.Ordinal));
        Assert.Contains("Duidelijkheid dat het in opdracht mag.", page, StringComparison.Ordinal);
        Assert.Contains((await reported.GetAsync("/inzagen")).GetProperty("inzagen").EnumerateArray(),
            look => look.Text("naam") == TestCase.Author);
    }

    [Fact]
    public async Task AnotherPart_AskedFor_KeepsWhatWasTyped()
    {
        var reported = await TestCase.ReportAsync(app);

        var (status, more) = await SendAsync(reported, "meer", 2, "Het eerste deel");
        var (_, fewer) = await SendAsync(reported, "minder", 3, "Het eerste deel");
        var (_, most) = await SendAsync(reported, "meer", 5, "Het eerste deel");

        Assert.Equal(200, status);
        Assert.Contains("Splits in 3 delen", more, StringComparison.Ordinal);
        Assert.Contains("value=\"Het eerste deel\"", more, StringComparison.Ordinal);
        Assert.Contains("name=\"delen[2].titel\" type=\"text\" value=\"Helpende mag", more, StringComparison.Ordinal);
        Assert.Contains("Splits in 2 delen", fewer, StringComparison.Ordinal);
        Assert.Contains("Splits in 5 delen", most, StringComparison.Ordinal);
        Assert.Empty((await reported.GetAsync()).GetProperty("gesplitstIn").EnumerateArray());
    }

    [Fact]
    public async Task Split_WithAnEmptyPart_ComesBackWithTheReason()
    {
        var reported = await TestCase.ReportAsync(app);

        var (status, page) = await SendAsync(reported, "splits", 2, "");

        Assert.Equal(400, status);
        Assert.Contains("Vul de titel van deel 1 in.", page, StringComparison.Ordinal);
        Assert.Contains("Zo staat het in deel twee.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Split_ThenUndone_ShowsBothOnThePageOfTheCase()
    {
        var reported = await TestCase.ReportAsync(app);
        using var analyst = app.AsAnalyst(TestCase.Author);

        Assert.Equal(303, (await SendAsync(reported, "splits", 2, "Het eerste deel")).Status);
        var part = (await reported.GetAsync()).GetProperty("gesplitstIn")[0].GetString()!;
        var origin = WebUtility.HtmlDecode(await analyst.GetStringAsync($"/werkbank/zaken/{reported.Number}"));
        using var reader = app.AsAnalyst(Reader);
        var other = WebUtility.HtmlDecode(await reader.GetStringAsync($"/werkbank/zaken/{part}"));
        var refused = WebUtility.HtmlDecode(await analyst.GetStringAsync(PageOf(reported)));
        var undone = await PageForms.PostAsync(analyst, $"/werkbank/zaken/{reported.Number}/melding",
            $"/werkbank/zaken/{reported.Number}/splitsing-ongedaan", []);

        Assert.Contains("<h1>Het eerste deel</h1>", origin, StringComparison.Ordinal);
        Assert.Contains("Maak de splitsing ongedaan", origin, StringComparison.Ordinal);
        Assert.All([origin, other], page =>
        {
            Assert.Contains($"Uit melding {reported.Number}", page, StringComparison.Ordinal);
            Assert.Contains("Onze helpenden willen insuline toedienen.", page, StringComparison.Ordinal);
        });
        // Whoever reads a part reads the whole report there.
        Assert.Single((await reported.GetAsync("/inzagen")).GetProperty("inzagen").EnumerateArray(),
            look => look.Text("naam") == Reader);
        Assert.Contains("Deel van melding", other, StringComparison.Ordinal);
        Assert.Contains("Deze melding is al gesplitst", refused, StringComparison.Ordinal);
        Assert.Equal(303, undone.Status);
        Assert.Contains("<h1>Helpende mag geen insuline prikken</h1>",
            WebUtility.HtmlDecode(await analyst.GetStringAsync($"/werkbank/zaken/{reported.Number}")), StringComparison.Ordinal);
        Assert.Contains("Gaat weer verder in", await analyst.GetStringAsync($"/werkbank/zaken/{part}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilesTab_OfAPart_LeadsToTheFilesOfTheReport()
    {
        var reported = await TestCase.ReportAsync(app);
        Assert.Equal(303, (await SendAsync(reported, "splits", 2, "Het eerste deel")).Status);
        var part = (await reported.GetAsync()).GetProperty("gesplitstIn")[0].GetString()!;
        using var analyst = app.AsAnalyst(TestCase.Author);

        var tab = await analyst.GetStringAsync($"/werkbank/zaken/{part}/bestanden");

        Assert.Contains($"<a href=\"/werkbank/zaken/{reported.Number}/bestanden\">De bestanden van de hele melding", tab,
            StringComparison.Ordinal);
    }

    private static string PageOf(TestCase reported) => $"/werkbank/zaken/{reported.Number}/splitsen";

    private async Task<(int Status, string Body)> SendAsync(TestCase reported, string button, int parts, string first)
    {
        using var analyst = app.AsAnalyst(TestCase.Author);
        var fields = Enumerable.Range(0, parts).SelectMany(place => new[]
        {
            KeyValuePair.Create($"delen[{place}].titel", place == 0 ? first : $"Deel {place + 1}"),
            KeyValuePair.Create($"delen[{place}].omschrijving", place == 1 ? "Zo staat het in deel twee." : "Dit willen we."),
            KeyValuePair.Create($"delen[{place}].belemmering", "Het mag niet."),
        });
        return await PageForms.PostAsync(analyst, PageOf(reported), PageOf(reported),
            [.. fields, KeyValuePair.Create("aantal", $"{parts}"), KeyValuePair.Create("actie", button),
                KeyValuePair.Create("reden", "Twee vragen.")]);
    }
}
