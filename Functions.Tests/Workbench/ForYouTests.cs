using System.Net;
using System.Text.RegularExpressions;

namespace RegelLoket.Tests.Workbench;

/// <summary>The tab "Aan jou" on the page and in the API: what stands in it, its count, and that a row leaves with the act.</summary>
[Collection(AppCollection.Name)]
public sealed partial class ForYouTests(AppFixture app)
{
    private const string Reader = "Rita Lezer";

    private readonly string author = $"Anna {Guid.NewGuid():N}"[..16];
    private readonly string second = $"Bert {Guid.NewGuid():N}"[..16];

    [Fact]
    public async Task GetQueuePage_StatementOfAColleague_WaitsForTheSecondAnalystAndLeavesWithTheApproval()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.PutAsync("/contextanalyse", reported.Analysis, author);
        await reported.PutAsync("/probleemstelling", reported.Statement, author);

        var forAuthor = await NumbersAsync(author);
        var before = await PageAsync(second);
        var approved = await ApproveAsync(reported.Number);
        var after = await PageAsync(second);

        Assert.DoesNotContain(reported.Number, forAuthor);
        Assert.Contains($"/werkbank/zaken/{reported.Number}/probleemstelling#onderdeel\">Beoordeel de probleemstelling</a>", before,
            StringComparison.Ordinal);
        Assert.Equal(303, approved.Status);
        Assert.DoesNotContain(reported.Number, after, StringComparison.Ordinal);
        Assert.Contains(reported.Number, await NumbersAsync(author));
    }

    [Fact]
    public async Task GetQueuePage_Count_IsTheNumberOfCasesAndProposalsInTheTab()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.PutAsync("/behandelaar", new { behandelaar = author }, author);

        var page = await PageAsync(author);
        var count = int.Parse(Count().Match(page).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

        Assert.True(count >= 1);
        var proposals = System.Text.RegularExpressions.Regex.Count(page, "href=\"/werkbank/redactie/[^\"/]+/voorstel");
        Assert.Equal(count, (await NumbersAsync(author)).Count + proposals);
        Assert.Contains($"Aan jou: {count - proposals} ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetQueuePage_FirstTab_IsForYouAndFirstInTheRow()
    {
        var page = await PageAsync(Reader);

        Assert.Contains("<a href=\"/werkbank?tab=aan-jou\" aria-current=\"page\">Aan jou", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("tab=aan-jou", StringComparison.Ordinal) < page.IndexOf("tab=mijn", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GetQueuePage_FilterWithoutAny_OffersAllCasesAndNeverSaysThatThereIsNothingToDo()
    {
        using var client = app.AsAnalyst(author);

        var page = WebUtility.HtmlDecode(await client.GetStringAsync(
            new Uri("/werkbank?tab=aan-jou&behandelaar=Niemand%20Zo", UriKind.Relative)));

        Assert.Contains("Geen zaken gevonden in Aan jou", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/werkbank?tab=alle&behandelaar=Niemand%20Zo\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Er wacht nu niets op jou", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostReading_MessageOfTheReporter_LeavesWithOneButton()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.PutAsync("/behandelaar", new { behandelaar = author }, author);
        await WriteAsReporterAsync(reported);
        using var client = app.AsAnalyst(author);

        var step = await StepAsync(reported.Number);
        var page = $"/werkbank/zaken/{reported.Number}/melding";
        var read = await PageForms.PostAsync(client, page, $"/werkbank/zaken/{reported.Number}/gelezen-berichten", []);
        var again = await reported.PostAsync("/gelezen-berichten", new { }, author);

        Assert.Equal(("Lees het bericht van de melder", true), step);
        Assert.Equal(303, read.Status);
        Assert.Equal(200, again.Status);
        Assert.Equal(("Leg de context vast", true), await StepAsync(reported.Number));
        Assert.Contains("Bericht van de melder gelezen", await client.GetStringAsync(new Uri(page, UriKind.Relative)),
            StringComparison.Ordinal);
        Assert.DoesNotContain("ik hoef niets te doen", await client.GetStringAsync(new Uri(page, UriKind.Relative)),
            StringComparison.Ordinal);
    }

    private async Task WriteAsReporterAsync(TestCase reported)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/meldingen/{reported.Number}/reacties")
        { Content = System.Net.Http.Json.JsonContent.Create(new { tekst = "Ik hoorde nog iets." }) };
        request.Headers.Add("Volgcode", reported.Code);
        using var answer = await app.Http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<(string? Step, bool IsYours)> StepAsync(string number)
    {
        var line = (await LinesAsync(author)).Single(line => line.Text("zaaknummer") == number);
        return (line.Text("nuTeDoen"), line.GetProperty("aanJou").GetBoolean());
    }

    private async Task<(int Status, string Body)> ApproveAsync(string number)
    {
        using var client = app.AsAnalyst(second);
        var page = $"/werkbank/zaken/{number}/probleemstelling";
        return await PageForms.PostAsync(client, page, page, [new("versie", "1"), new("actie", "goedkeuren")]);
    }

    private async Task<string> PageAsync(string colleague)
    {
        using var client = app.AsAnalyst(colleague);
        return WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/werkbank", UriKind.Relative)));
    }

    private async Task<IReadOnlyList<string?>> NumbersAsync(string colleague) =>
        [.. (await LinesAsync(colleague)).Select(line => line.Text("zaaknummer"))];

    private async Task<IReadOnlyList<System.Text.Json.JsonElement>> LinesAsync(string colleague)
    {
        using var client = app.AsAnalyst(colleague);
        var lines = new List<System.Text.Json.JsonElement>();
        for (var page = 1; ; page++)
        {
            using var document = System.Text.Json.JsonDocument.Parse(
                await client.GetStringAsync(new Uri($"/v1/zaken?tab=aan-jou&pagina={page}", UriKind.Relative)));
            lines.AddRange(document.RootElement.GetProperty("zaken").Clone().EnumerateArray());
            if (page >= document.RootElement.GetProperty("paginas").GetInt32())
            {
                return lines;
            }
        }
    }

    [GeneratedRegex("Aan jou <span class=\"wb-count\">([0-9]+)")]
    private static partial Regex Count();
}
