using Microsoft.Playwright;
using RegelLoket.Tests.Library;

namespace RegelLoket.Tests.Browser;

/// <summary>
/// The pages that open only to somebody: who follows a case, who joins one, who enters a report for another; with axe in each state.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class FollowPagesTests(BrowserFixture browser)
{
    [Fact]
    public async Task Reporter_AskedAndWithoutAddress_AnswersGivesAnAddressAndWithdraws()
    {
        await using var visitor = await browser.VisitAsync();
        var journey = new Journey(name => name is null ? browser.App.NewClient() : browser.App.AsAnalyst(name));
        await journey.ReportAsync();
        await PublicationJourneyTests.OpenReportAsync(visitor, journey);
        await AccessibilityTests.CheckAsync(visitor.Page, "new report");
        await visitor.NavigateAsync(() => visitor.ClickAsync("Haal mijn e-mailadres weg"));
        await AccessibilityTests.CheckAsync(visitor.Page, "report without an address");

        await visitor.Page.FillAsync("[name=tekst]", "");
        await visitor.NavigateAsync(() => visitor.ClickAsync("Versturen"));
        await AssertRefusedAsync(visitor.Page, "#tekst", "message without a text");
        await journey.AsAnalyst(HttpMethod.Post, "vragen-aan-melder", new { vraag = "Om hoeveel studenten gaat het?" });
        await visitor.Page.GotoAsync("/volgen/melding");
        Assert.Contains("Om hoeveel studenten gaat het?", await visitor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await AccessibilityTests.CheckAsync(visitor.Page, "report with a question");
        await visitor.Page.FillAsync("[name=tekst]", "Om ongeveer twintig.");
        await visitor.NavigateAsync(() => visitor.ClickAsync("Versturen"));
        Assert.Contains("Om ongeveer twintig.", await visitor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await visitor.Page.GotoAsync("/volgen/email");
        await AccessibilityTests.CheckAsync(visitor.Page, "address, empty");
        await visitor.Page.FillAsync("[name=email]", "geen adres");
        await visitor.NavigateAsync(() => visitor.ClickAsync("Stuur mij een code"));
        await AssertRefusedAsync(visitor.Page, "#email", "address with an error");
        await visitor.Page.FillAsync("[name=email]", "melder@voorbeeld.nl");
        await visitor.NavigateAsync(() => visitor.ClickAsync("Stuur mij een code"));
        await AccessibilityTests.CheckAsync(visitor.Page, "address that waits for its code");
        await visitor.Page.FillAsync("[name=code]", "00000000");
        await visitor.NavigateAsync(() => visitor.ClickAsync("Bevestig mijn adres"));
        await AssertRefusedAsync(visitor.Page, "#code", "wrong code for an address");

        await visitor.Page.GotoAsync("/volgen/gegevens");
        await AccessibilityTests.CheckAsync(visitor.Page, "own data of an open report");
        await visitor.Page.GotoAsync("/volgen/melding");
        await visitor.Page.GetByText("Melding intrekken", new() { Exact = true }).ClickAsync();
        await visitor.NavigateAsync(() => visitor.ClickAsync("Trek mijn melding in"));
        await AssertRefusedAsync(visitor.Page, "#zeker", "withdrawal without a tick");
        if (!await visitor.Page.Locator("[name=zeker]").IsVisibleAsync())
        {
            await visitor.Page.GetByText("Melding intrekken", new() { Exact = true }).ClickAsync();
        }

        await visitor.Page.CheckAsync("[name=zeker]");
        await visitor.NavigateAsync(() => visitor.ClickAsync("Trek mijn melding in"));
        await AccessibilityTests.CheckAsync(visitor.Page, "withdrawn report");
    }

    [Fact]
    public async Task Colleague_WhoCalls_FindsThePublishedCaseJoinsItAndFollowsIt()
    {
        var journey = await PublicationTests.DecidedAsync(browser.App);
        await PublicationTests.PublishAsync(journey);
        await using var visitor = await browser.VisitAsync(width: 390, height: 844);
        await visitor.Page.GotoAsync("/melden");
        await visitor.ClickAsync("Begin met melden");
        await visitor.Page.FillAsync("[name=omschrijving]", "We willen iemand met een WW-uitkering opleiden tot verzorgende.");
        await visitor.Page.FillAsync("[name=titel]", "Leren met behoud van WW");
        await visitor.ClickAsync("Verder");
        await visitor.Page.FillAsync("[name=belemmering]", "Een team wist niet of scholing mocht met behoud van WW.");
        await visitor.ClickAsync("Verder");
        await visitor.Page.ArriveAsync("/melden/vergelijkbaar");
        await AccessibilityTests.CheckAsync(visitor.Page, "similar cases with three ways on");

        var id = journey.Number.ToLowerInvariant();
        await visitor.NavigateAsync(() => visitor.Page.Locator($"button[name=ook][value='{id}'], button[name=ook]").First.ClickAsync());
        await visitor.Page.ArriveAsync("/melden/ook-bij-ons");
        await AccessibilityTests.CheckAsync(visitor.Page, "joining, empty");
        await visitor.Page.FillAsync("[name=mensen]", "heel veel");
        await visitor.Page.FillAsync("[name=gevolgen]", "Bel mevrouw De Vries op 06-12345678.");
        await visitor.NavigateAsync(() => visitor.ClickAsync("Tel ons mee"));
        await AssertRefusedAsync(visitor.Page, "#mensen", "joining with an error and a finding");
        await visitor.Page.FillAsync("[name=mensen]", "12");
        await visitor.Page.FillAsync("[name=gevolgen]", "<b>Onze kandidaten haken af.</b>");
        await visitor.NavigateAsync(() => visitor.ClickAsync("Tel ons mee"));
        await visitor.Page.ArriveAsync("/melden/verstuurd");
        await AccessibilityTests.CheckAsync(visitor.Page, "joined");

        var text = await visitor.Page.Locator("main").InnerTextAsync();
        var number = System.Text.RegularExpressions.Regex.Match(text, @"RR-\d{4}-[0-9A-Z]{5}-\d+").Value;
        var code = await visitor.Page.Locator("#volgcode").InnerTextAsync();
        await visitor.Page.GotoAsync("/volgen");
        await visitor.Page.GetByLabel("Zaaknummer").FillAsync(number);
        await visitor.Page.GetByLabel("Code", new() { Exact = true }).FillAsync(code);
        await visitor.ClickAsync("Bekijk mijn melding");
        await visitor.Page.ArriveAsync("/volgen/melding");
        Assert.Contains("<b>Onze kandidaten haken af.</b>", await visitor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await AccessibilityTests.CheckAsync(visitor.Page, "case of somebody who joined");
        await visitor.Page.GotoAsync("/volgen/gegevens");
        await AccessibilityTests.CheckAsync(visitor.Page, "own data of somebody who joined");
    }

    [Fact]
    public async Task Analyst_EntersAReportOfSomebodyWhoCalled_GetsThePageToHandOver()
    {
        await using var analyst = await browser.VisitAsync(role: "analist");
        await analyst.Page.GotoAsync("/werkbank/melden");
        await AccessibilityTests.CheckAsync(analyst.Page, "entering, empty");
        await analyst.NavigateAsync(() => analyst.ClickAsync("Melding vastleggen"));
        await AssertRefusedAsync(analyst.Page, "#kanaal", "entering with errors");

        await analyst.Page.CheckAsync("[name=kanaal][value=telefoon]");
        await analyst.Page.FillAsync("[name=omschrijving]", "Twee teams willen samen een leerplek maken.");
        await analyst.Page.FillAsync("[name=titel]", "Samen een leerplek maken");
        await analyst.Page.FillAsync("[name=belemmering]", "Bel mevrouw De Vries op 06-12345678, zij weet waarom het niet mag.");
        await analyst.Page.SelectOptionAsync("[name=branche]", "ouderenzorg");
        await analyst.Page.CheckAsync("[name=themas][value=meer-uren-werken]");
        await analyst.NavigateAsync(() => analyst.ClickAsync("Melding vastleggen"));
        await AssertRefusedAsync(analyst.Page, "#akkoord", "entering with a finding");
        await analyst.Page.FillAsync("[name=belemmering]", "De school zegt dat het niet mag.");
        await analyst.NavigateAsync(() => analyst.ClickAsync("Melding vastleggen"));
        Assert.StartsWith("Melding vastgelegd", await analyst.Page.TitleAsync(), StringComparison.Ordinal);
        await AccessibilityTests.CheckAsync(analyst.Page, "page to hand over");

        await using var reporter = await browser.VisitAsync();
        await reporter.Page.GotoAsync("/volgen");
        await reporter.Page.GetByLabel("Zaaknummer").FillAsync(await analyst.Page.Locator("#meegeven ~ p strong").First.InnerTextAsync());
        await reporter.Page.GetByLabel("Code", new() { Exact = true }).FillAsync(await analyst.Page.Locator("#volgcode").InnerTextAsync());
        await reporter.ClickAsync("Bekijk mijn melding");
        await reporter.Page.ArriveAsync("/volgen/melding");
        Assert.Equal("Samen een leerplek maken", await reporter.Page.Locator("h1").InnerTextAsync());
    }

    private static async Task AssertRefusedAsync(IPage page, string field, string where)
    {
        Assert.StartsWith("Fout: ", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.NotEqual(0, await page.Locator($".rl-error-summary a[href='{field}']").CountAsync());
        await AccessibilityTests.CheckAsync(page, where);
    }
}
