using System.Net;
using System.Text.RegularExpressions;

namespace RegelLoket.Tests.Intake;

[Collection(AppCollection.Name)]
public sealed partial class FollowFunctionsTests(AppFixture app)
{
    [Fact]
    public async Task PostFollow_NumberAndCode_OpensTheCaseAndTakesAReply()
    {
        var journey = new Journey(analyst => analyst is null ? app.NewClient() : app.AsAnalyst(analyst));
        await journey.ReportAsync(title: "Mag <b>dit</b>?");
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = true, CookieContainer = new CookieContainer() })
        { BaseAddress = app.Address };

        var page = await SendAsync(browser, "/volgen", "/volgen", ("zaaknummer", journey.Number.ToLowerInvariant()),
            ("code", journey.Code));
        Assert.Contains("Mag &lt;b&gt;dit&lt;/b&gt;?", page, StringComparison.Ordinal);
        Assert.DoesNotContain(journey.Code, page, StringComparison.Ordinal);

        page = await SendAsync(browser, "/volgen/melding", "/volgen/melding", ("tekst", "Het gaat om zes mensen."));
        Assert.Contains("Het gaat om zes mensen.", page, StringComparison.Ordinal);

        page = await SendAsync(browser, "/volgen/melding", "/volgen/intrekken");
        Assert.Contains("Kruis aan dat je het zeker weet.", page, StringComparison.Ordinal);
        page = await SendAsync(browser, "/volgen/melding", "/volgen/intrekken", ("zeker", "ja"));
        Assert.Contains("Je hebt deze melding ingetrokken.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostFollow_WrongOrMissingCode_SaysSoAtTheField()
    {
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = app.Address };

        var page = await SendAsync(browser, "/volgen", "/volgen", ("zaaknummer", "RR-2026-00000"), ("code", "onzin"));
        Assert.Contains("We kennen deze combinatie", page, StringComparison.Ordinal);
        Assert.Contains("<title>Fout: ", page, StringComparison.Ordinal);

        page = await SendAsync(browser, "/volgen", "/volgen");
        Assert.Contains("Vul je zaaknummer in.", page, StringComparison.Ordinal);
        Assert.Contains("Vul je code in.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetFollowedCase_WithoutOrWithForgedSession_LeadsToTheStart()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/volgen/melding");
        request.Headers.Add("Cookie", "regelloket-volgen=vervalst");

        var response = await app.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/volgen", response.Headers.Location?.OriginalString);
    }

    private static async Task<string> SendAsync(HttpClient browser, string from, string to, params (string Name, string Value)[] fields)
    {
        var form = await browser.GetStringAsync(from);
        var token = WebUtility.HtmlDecode(Token().Match(form).Groups[1].Value);
        var content = new FormUrlEncodedContent(fields.Append(("_beveiliging", token)).ToDictionary(f => f.Item1, f => f.Item2));
        return await (await browser.PostAsync(to, content)).Content.ReadAsStringAsync();
    }

    [GeneratedRegex("name=\"_beveiliging\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Token();
}
