using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Tests.ContextAnalysis;
using RegelLoket.Tests.Workbench;
using static RegelLoket.Tests.Web.TwoWriters;

namespace RegelLoket.Tests.Web;

/// <summary>
/// Case 13 and its kind: a text that two people may write is never replaced unread; the second one sees both texts side by side.
/// </summary>
[Collection(AppCollection.Name)]
public sealed class SharedTextTests(AppFixture app)
{
    [Fact]
    public async Task Case13_Statement_FromAnOlderPage_IsShownBesideTheNewerOne()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.AnalyseAsync();
        var address = $"/werkbank/zaken/{reported.Number}/probleemstelling";
        (string, string)[] Parts(string who) =>
            [("wie", who), ("regel", "Wet BIG."), ("gevolg", "Een rit extra."), ("geprobeerd", "Gevraagd."), ("ruimte", "Duidelijkheid.")];
        await AssertSideBySideAsync(app, "analist", address, address, Parts);
    }

    [Fact]
    public async Task Case13_Analysis_FromAnOlderPage_IsShownBesideTheNewerOne()
    {
        var reported = await TestCase.ReportAsync(app);
        var page = $"/werkbank/zaken/{reported.Number}/context";
        (string, string)[] Analysis(string text) => [("bron", "wet"), ("regels[0].citeertitel", "Wet BIG"), ("toelichting", text)];
        await AssertSideBySideAsync(app, "analist", page, page, Analysis);
    }

    [Fact]
    public async Task Case13_PublicText_FromAnOlderPage_IsShownBesideTheNewerOne()
    {
        var journey = new Journey(name => name is null ? app.NewClient() : app.AsAnalyst(name));
        await journey.ReportAsync(email: "");
        await journey.AnalyseAsync();
        await journey.WriteStatementAsync();
        await journey.ApproveAsync();
        await journey.ConcludeAsync();
        var page = $"/werkbank/zaken/{journey.Number}/publicatie";
        (string, string)[] Text(string text) => [("stap", "voorleggen"), ("titel", "Opleiden met een uitkering"), ("probleem", text),
            ("watZegtDeRegel", "UWV mag scholing toestaan."), ("watMagJe", "Vraag het vooraf."), ("themas", "gezond-werken")];
        await AssertSideBySideAsync(app, "analist", page, page, Text);
    }

    [Fact]
    public async Task Case13_RuleOfTheCatalogue_FromAnOlderPage_IsShownBesideTheNewerOne()
    {
        var id = "proefregel" + string.Concat(Guid.NewGuid().ToString("N").Where(char.IsAsciiLetter));
        var page = $"/werkbank/regels/{id}/wijzigen";
        using (var client = app.AsCoordinator())
        {
            using var made = await client.PostAsJsonAsync($"/v1/regels/{id}/versies", TestRule.Of(id));
            Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        }

        (string, string)[] Rule(string pitfall) => [("onderwerp", $"Onderwerp {id}"), ("citeertitel", $"Wet {id}"),
            ("bwbId", "BWBR0000001"), ("bron", "wet"), ("gebruikelijkeUitkomst", "het-kan-al"), ("themas", "leven-lang-ontwikkelen"),
            ("ministeries", "ocw"), ("uitvoerders", "duo"), ("valkuil", pitfall), ("reden", "Duidelijker.")];
        await AssertSideBySideAsync(app, "coordinator", page, page, Rule);
    }

    [Fact]
    public async Task Case13_PageOfTheReport_InTwoTabs_IsShownBesideTheNewerOne()
    {
        const string Page = "/melden/belemmering";
        using var visitor = new FormVisitor(app);
        await visitor.GetAsync("/melden");
        using var begun = await visitor.PostAsync("/melden");
        using var first = await visitor.PostAsync(Page, ("belemmering", "Zo was het eerst."));

        await AssertSideBySideAsync(visitor, visitor, Page, Page, text => [("belemmering", text)]);
    }

    [Fact]
    public async Task Case13_StatementByTheApi_OnAnOlderVersion_IsRefused()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.AnalyseAsync();
        var seen = (await FileAsync(reported.Number)).State.Version;
        using var client = app.AsAnalyst();
        string answered = "";
        async Task<HttpStatusCode> PutAsync(string text, string version)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"/v1/zaken/{reported.Number}/probleemstelling")
            { Content = JsonContent.Create(new { tekst = text }) };
            request.Headers.TryAddWithoutValidation("If-Match", version);
            using var answer = await client.SendAsync(request);
            answered = await answer.Content.ReadAsStringAsync();
            return answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, await PutAsync(Theirs, $"\"{seen}\""));
        Assert.Equal(HttpStatusCode.Conflict, await PutAsync(Mine, $"\"{seen}\""));
        var problem = System.Text.Json.JsonDocument.Parse(answered).RootElement;
        var newer = problem.GetProperty("nieuwereTekst");
        Assert.Equal(seen, problem.GetProperty("gelezenVersie").GetInt32());
        Assert.Equal((await FileAsync(reported.Number)).Events.Last(e => e.What is RegelLoket.Cases.ISharedText).Number,
            newer.GetProperty("versie").GetInt32());
        Assert.Contains(Theirs, newer.GetProperty("teksten").EnumerateArray().Select(text => text.GetProperty("tekst").GetString()));
        Assert.Equal(HttpStatusCode.BadRequest, await PutAsync(Mine, $"W/\"{seen}\""));
        Assert.Equal(HttpStatusCode.OK, await PutAsync(Mine, $"\"{(await FileAsync(reported.Number)).State.Version}\""));
    }

    [Fact]
    public async Task Case13_TextTypedForACaseThatMovedOn_IsShownToCopy()
    {
        var reported = await TestCase.ReportAsync(app);
        var page = $"/werkbank/zaken/{reported.Number}/melding";
        using var visitor = new FormVisitor(app, "analist");
        var opened = await visitor.GetAsync(page);
        Assert.Equal(200, (await reported.PostAsync("/vragen-aan-melder", new { vraag = "In welk leerjaar?" })).Status);

        using var answer = await visitor.SubmitAsync(opened, $"/werkbank/zaken/{reported.Number}/vragen-aan-melder", ("vraag", Mine));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(Mine, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<CaseFile> FileAsync(string number) =>
        (await app.Services.GetRequiredService<CaseStore>().FindAsync(CaseNumber.Parse(number), default))!;
}
