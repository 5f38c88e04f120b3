using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using RegelLoket.Cases;
using RegelLoket.Tests.Escalation;

namespace RegelLoket.Tests.Attachments;

[Collection(AppCollection.Name)]
public sealed class MinistryFilesTests(AppFixture app)
{
    private readonly MinistryCases cases = new(app);

    [Fact]
    public async Task GetQuestionFile_OnlyWhatWasTickedForThisMinistry_CanBeRead()
    {
        var (journey, ids) = await ReadyWithFilesAsync(2);
        await journey.AsAnalyst(HttpMethod.Post, "escalaties", new
        {
            ministeries = new object[]
            {
                new { ministerie = "vws", vraag = "Mag dit?", bijlagen = new[] { ids[0] } }, new { ministerie = "szw", vraag = "Mag dat?" },
            },
        });
        var (vws, szw) = (await journey.CodeOfLinkAsync("vws"), await journey.CodeOfLinkAsync("szw"));

        var question = await journey.SendAsync(HttpMethod.Get, "/v1/reacties", null, 200, null, ("Reactiecode", vws));
        var ticked = question.GetProperty("bijlagen").EnumerateArray().Single();
        Assert.Equal(ids[0], ticked.GetProperty("bijlage").GetString());
        Assert.False(ticked.TryGetProperty("bestandsnaam", out _));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(vws, ids[0]));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(vws, ids[1]));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(szw, ids[0]));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("onzin", ids[0]));
    }

    [Fact]
    public async Task PostEscalation_WithAFileThatIsNotThere_IsRefusedAtThatField()
    {
        var (journey, _) = await ReadyWithFilesAsync(1);

        var answer = await journey.AsAnalyst(HttpMethod.Post, "escalaties", new
        {
            ministeries = new[] { new { ministerie = "vws", vraag = "Mag dit?", bijlagen = new[] { new string('0', 32) } } },
        }, 400);

        Assert.Equal("ministeries[0].bijlagen", answer.GetProperty("fouten")[0].GetProperty("veld").GetString());
    }

    [Fact]
    public async Task GetMinistriesTab_OfACaseWithFiles_OffersATickForEachMinistryThatIsNotSet()
    {
        var (journey, ids) = await ReadyWithFilesAsync(1);
        using var analyst = app.AsAnalyst();

        var page = await analyst.GetStringAsync($"/werkbank/zaken/{journey.Number}/ministeries");

        Assert.All(EnumNames.All<Ministry>(), ministry =>
            Assert.Contains($"name=\"bestanden-{ministry.Slug()}\" value=\"{ids[0]}\"", page, StringComparison.Ordinal));
        Assert.DoesNotContain($"value=\"{ids[0]}\" checked", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostQuestionPage_WithALetter_KeepsItForTheAnalystAndShowsItBack()
    {
        var visits = new MinistryVisits(app);
        var (number, code) = await visits.AskedAsync();
        using var browser = new FileVisitor(app.Address);
        await SignInAsync(browser, visits, number, code);
        await browser.OpenAsync("/reactie/vraag");

        using var refused = await browser.UploadAsync("/reactie/vraag", "brief",
            [("actie", "antwoord"), ("tekst", "Dit mag, zie onze brief.")], ("foto.png", TestImages.Png()));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Dit mag, zie onze brief.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await browser.OpenAsync("/reactie/vraag");
        using var kept = await browser.UploadAsync("/reactie/vraag", "brief",
            [("actie", "bewaren"), ("tekst", "Dit mag, zie onze brief.")], ("Kamerbrief.pdf", TestPdf.Of()));
        Assert.Equal("/reactie/vraag?bewaard", kept.Headers.Location?.ToString());
        var page = await browser.OpenAsync("/reactie/vraag");
        Assert.Contains("Jullie brief: Kamerbrief.pdf", page, StringComparison.Ordinal);
        using var answered = await browser.UploadAsync("/reactie/vraag", "brief",
            [("actie", "antwoord"), ("tekst", "Dit mag, zie onze brief.")], ("Bijlage.pdf", TestPdf.Packed()));
        Assert.Equal("/reactie/klaar?soort=antwoord", answered.Headers.Location?.ToString());

        var file = (await cases.Store.FindAsync(number, default))!;
        Assert.Equal([Ministry.Vws, Ministry.Vws], file.State.Attachments.Select(a => a.From));
        using var analyst = app.AsAnalyst();
        var tab = await analyst.GetStringAsync($"/werkbank/zaken/{number}/bestanden");
        Assert.Contains("Kamerbrief.pdf", tab, StringComparison.Ordinal);
        Assert.Contains("brief van VWS", tab, StringComparison.Ordinal);
        using var letter = await analyst.GetAsync($"/werkbank/zaken/{number}/bestanden/{file.State.Attachments[0].Id}");
        ReporterFilesTests.AssertDownload(letter, "application/pdf", $"{number}-1.pdf");
    }

    [Fact]
    public async Task PostQuestionFile_ByTheApi_TakesPdfAlone()
    {
        var number = await cases.CreateAsync();
        await cases.EscalateAsync(number, cases.WorkingDays.Add(cases.Today, 10), Ministry.Vws);
        var code = await cases.CodeAsync(number, Ministry.Vws);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync(code, TestImages.Png()));
        Assert.Equal(HttpStatusCode.Created, await PostAsync(code, TestPdf.Of()));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync("onzin", TestPdf.Of()));
        Assert.Equal(Ministry.Vws, (await cases.Store.FindAsync(number, default))!.State.Attachments.Single().From);
    }

    private static async Task SignInAsync(FileVisitor browser, MinistryVisits visits, CaseNumber number, string code)
    {
        await browser.OpenAsync("/reactie");
        using var opened = await browser.PostAsync("/reactie/openen", ("code", code));
        await browser.OpenAsync("/reactie/toegang");
        using var asked = await browser.PostAsync("/reactie/toegang", ("email", "iemand@minvws.example"));
        await browser.OpenAsync("/reactie/toegang?verstuurd");
        using var proved = await browser.PostAsync("/reactie/toegangscode", ("toegangscode", await visits.AccessCodeAsync(number, 1)));
        Assert.Equal("/reactie/vraag", proved.Headers.Location?.ToString());
    }

    private async Task<(Journey Journey, IReadOnlyList<string> Ids)> ReadyWithFilesAsync(int count)
    {
        var journey = new Journey(analyst => analyst is null ? app.NewClient() : app.AsAnalyst(analyst));
        await journey.ReportAsync();
        var ids = new List<string>();
        for (var i = 0; i < count; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/bijlagen")
            { Content = new ByteArrayContent(TestPdf.Of(more: $"({i})")) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            request.Headers.Add("Volgcode", journey.Code);
            request.Headers.Add("Bestandsnaam", $"geheim-{i}.pdf");
            using var client = app.NewClient();
            using var answer = await client.SendAsync(request);
            var body = await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
            ids.Add(body.GetProperty("bijlage").GetString()!);
        }

        await journey.AnalyseAsync("vws", "szw");
        await journey.WriteStatementAsync();
        await journey.ApproveAsync();
        return (journey, ids);
    }

    private async Task<HttpStatusCode> StatusAsync(string code, string id)
    {
        using var client = app.NewClient();
        client.DefaultRequestHeaders.Add("Reactiecode", code);
        using var answer = await client.GetAsync($"/v1/reacties/bijlagen/{id}");
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> PostAsync(string code, byte[] content)
    {
        using var client = app.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/reacties/bijlagen") { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        request.Headers.Add("Reactiecode", code);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
