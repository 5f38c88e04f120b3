using Microsoft.Playwright;
using RegelLoket.Tests.Library;

namespace RegelLoket.Tests.Browser;

/// <summary>
/// A case on its way to the public and back in real browsers: two analysts, the reporter and the library, with axe in each state.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class PublicationJourneyTests(BrowserFixture browser)
{
    private const string Solution = "Vraag UWV om toestemming voordat de opleiding begint.";

    [Fact]
    public async Task PublicText_WrittenObjectedRewrittenApprovedAndShared_IsReadByAllUntilItIsWithdrawn()
    {
        var journey = await PublicationTests.DecidedAsync(browser.App);
        await using var author = await browser.VisitAsync(role: "analist");
        await using var second = await browser.VisitAsync(role: "analist", name: "Bea Tweede");
        await using var reporter = await browser.VisitAsync();
        var tab = $"/werkbank/zaken/{journey.Number}/publicatie";

        // The form begins with what the desk wrote in the outcome, and with nothing of the report.
        await author.Page.GotoAsync(tab);
        Assert.Equal("", await author.Page.InputValueAsync("[name=probleem]"));
        Assert.Contains("UWV mag scholing toestaan", await author.Page.InputValueAsync("[name=watZegtDeRegel]"), StringComparison.Ordinal);
        await AccessibilityTests.CheckAsync(author.Page, "empty publication form");

        // What the scan finds stands with its place, and keeps the text from going on.
        await FillAsync(author.Page, "Bel jan.jansen@example.org, die liep hier ook tegenaan.");
        await author.NavigateAsync(() => author.ClickAsync("Controleer de tekst"));
        Assert.Equal("jan.jansen@example.org", await author.Page.Locator("mark").First.InnerTextAsync());
        Assert.Equal(0, await author.Page.GetByRole(AriaRole.Button, new() { Name = "Leg voor aan melder en collega" }).CountAsync());
        await AccessibilityTests.CheckAsync(author.Page, "publication form with a finding");

        await FillAsync(author.Page, "Een team wist niet of scholing mocht met behoud van WW.");
        await author.NavigateAsync(() => author.ClickAsync("Controleer de tekst"));
        Assert.Contains("Zo leest iedereen het", await author.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Hoeveel zaken delen deze gegevens", await author.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await AccessibilityTests.CheckAsync(author.Page, "publication preview");
        await author.NavigateAsync(() => author.ClickAsync("Leg voor aan melder en collega"));
        Assert.Contains("Een tweede analist keurt hem goed", await author.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await AccessibilityTests.CheckAsync(author.Page, "own text that waits");

        // The reporter reads it and objects with a reason.
        var mail = await journey.MailAsync(m => m.Subject.StartsWith("Lees wat we willen delen", StringComparison.Ordinal));
        Assert.Contains("uiterlijk", mail.Text, StringComparison.Ordinal);
        await OpenReportAsync(reporter, journey);
        await AccessibilityTests.CheckAsync(reporter.Page, "report with a text to read");
        await reporter.Page.GotoAsync("/volgen/bezwaar");
        await reporter.NavigateAsync(() => reporter.ClickAsync("Versturen"));
        Assert.StartsWith("Fout: ", await reporter.Page.TitleAsync(), StringComparison.Ordinal);
        await AccessibilityTests.CheckAsync(reporter.Page, "dispute without a reason");
        await reporter.Page.GotoAsync("/volgen/melding");
        await reporter.Page.GetByRole(AriaRole.Link, new() { Name = "Lees de tekst" }).ClickAsync();
        await reporter.Page.ArriveAsync("/volgen/publicatie");
        Assert.Contains(Solution, await reporter.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Mel Melder", await reporter.Page.ContentAsync(), StringComparison.Ordinal);
        await reporter.Page.GetByLabel("Nee, ik maak bezwaar").CheckAsync();
        await reporter.NavigateAsync(() => reporter.ClickAsync("Versturen"));
        Assert.StartsWith("Fout: ", await reporter.Page.TitleAsync(), StringComparison.Ordinal);
        await AccessibilityTests.CheckAsync(reporter.Page, "objection without a reason");
        await reporter.Page.GetByLabel("Bezwaar? Schrijf op wat er anders moet").FillAsync("Wij zijn de enige met zo'n team.");
        await reporter.NavigateAsync(() => reporter.ClickAsync("Versturen"));
        Assert.Contains("Je bezwaar is binnen", await reporter.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        // That is a task for the analyst, who writes anew; the second one approves; the reporter agrees.
        await journey.MailAsync(m => m.Subject.StartsWith("De melder maakt bezwaar", StringComparison.Ordinal));
        await author.Page.GotoAsync(tab);
        Assert.Contains("Wij zijn de enige met zo'n team.", await author.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await AccessibilityTests.CheckAsync(author.Page, "objection on the workbench");
        await author.Page.GetByText("Schrijf een nieuwe versie", new() { Exact = true }).ClickAsync();
        await FillAsync(author.Page, "Iemand wist niet of leren mocht met een uitkering.");
        await author.NavigateAsync(() => author.ClickAsync("Controleer de tekst"));
        await author.NavigateAsync(() => author.ClickAsync("Leg voor aan melder en collega"));
        await second.Page.GotoAsync(tab);
        await AccessibilityTests.CheckAsync(second.Page, "text to judge");
        await second.NavigateAsync(() => second.ClickAsync("Keur versie 2 goed"));
        Assert.Contains("Daarna delen we de tekst vanzelf", await second.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await reporter.Page.GotoAsync("/volgen/publicatie");
        await reporter.Page.GetByLabel("Ja, dit mag gedeeld worden").CheckAsync();
        await reporter.NavigateAsync(() => reporter.ClickAsync("Versturen"));
        await second.Page.GotoAsync(tab);
        await second.NavigateAsync(() => second.ClickAsync("Deel in de bibliotheek"));
        await AccessibilityTests.CheckAsync(second.Page, "shared text");

        // Everybody reads it, with the way from report to effect; until it is taken out, with a reason.
        await reporter.Page.GotoAsync("/volgen/melding");
        await reporter.Page.GetByRole(AriaRole.Link, new() { Name = "weg van melding tot effect" }).ClickAsync();
        await reporter.Page.ArriveAsync($"/zaken/{journey.Number}");
        await AccessibilityTests.CheckAsync(reporter.Page, "line of sight");
        await second.Page.GotoAsync($"/werkbank/zaken/{journey.Number}/archief");
        await AccessibilityTests.CheckAsync(second.Page, "archive package");
        await reporter.Page.GotoAsync("/volgen/gegevens");
        await reporter.NavigateAsync(() => reporter.ClickAsync("Wis mijn gegevens"));
        Assert.StartsWith("Fout: ", await reporter.Page.TitleAsync(), StringComparison.Ordinal);
        await AccessibilityTests.CheckAsync(reporter.Page, "own data");
        await second.Page.GotoAsync(tab);
        await second.Page.GetByText("Haal uit de bibliotheek", new() { Exact = true }).ClickAsync();
        await second.NavigateAsync(() => second.ClickAsync("Haal weg"));
        Assert.StartsWith("Fout: ", await second.Page.TitleAsync(), StringComparison.Ordinal);
        await second.Page.GetByLabel("Waarom?").FillAsync("De organisatie vroeg erom.");
        await second.NavigateAsync(() => second.ClickAsync("Haal weg"));
        await AccessibilityTests.CheckAsync(second.Page, "withdrawn text");
        Assert.Equal(410, (await reporter.Page.GotoAsync($"/zaken/{journey.Number}"))!.Status);
    }

    [Fact]
    public async Task Outcome_DisputedOnThePage_IsATaskAndItsAnswerReachesTheReporter()
    {
        var journey = await PublicationTests.DecidedAsync(browser.App);
        await using var analyst = await browser.VisitAsync(role: "analist");
        await using var reporter = await browser.VisitAsync(javaScript: false);
        await OpenReportAsync(reporter, journey);
        Assert.Contains("UWV mag scholing toestaan", await reporter.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await reporter.Page.GetByRole(AriaRole.Link, new() { Name = "Dit klopt niet" }).ClickAsync();
        await reporter.ClickAsync("Versturen");
        Assert.StartsWith("Fout: ", await reporter.Page.TitleAsync(), StringComparison.Ordinal);
        await reporter.Page.GetByLabel("Wat klopt er niet?").FillAsync("Bij ons gaat het om iets anders.");
        await reporter.ClickAsync("Versturen");
        Assert.Contains("Je reactie is binnen.", await reporter.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await reporter.Page.GotoAsync("/volgen/bezwaar");
        Assert.Contains("We hebben je reactie al.", await reporter.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await journey.MailAsync(m => m.Subject.StartsWith("De melder is het niet eens met de uitkomst", StringComparison.Ordinal));
        await analyst.Page.GotoAsync($"/werkbank/zaken/{journey.Number}/oplossing");
        await AccessibilityTests.CheckAsync(analyst.Page, "disputed outcome");
        await analyst.Page.GetByLabel("Antwoord aan de melder").FillAsync("Je hebt gelijk. We kijken opnieuw.");
        await analyst.NavigateAsync(() => analyst.ClickAsync("Zaak heropenen"));

        var mail = await journey.MailAsync(m => m.Subject.StartsWith("We hebben je reactie bekeken", StringComparison.Ordinal));
        Assert.StartsWith("We nemen je melding opnieuw in behandeling.", mail.Text, StringComparison.Ordinal);
        await reporter.Page.GotoAsync("/volgen/melding");
        Assert.Contains("Je hebt gelijk. We kijken opnieuw.", await reporter.Page.Locator("main")
            .InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/volgen/bezwaar")]
    [InlineData("/volgen/publicatie")]
    public async Task ReporterPages_WithoutNumberAndCode_AskForThem(string address)
    {
        await using var visitor = await browser.VisitAsync();

        await visitor.Page.GotoAsync(address);

        Assert.EndsWith("/volgen", visitor.Page.Url, StringComparison.Ordinal);
    }

    internal static async Task OpenReportAsync(Visitor visitor, Journey journey)
    {
        await visitor.Page.GotoAsync("/volgen");
        await visitor.Page.GetByLabel("Zaaknummer").FillAsync(journey.Number);
        await visitor.Page.GetByLabel("Code", new() { Exact = true }).FillAsync(journey.Code);
        await visitor.ClickAsync("Bekijk mijn melding");
        await visitor.Page.ArriveAsync("/volgen/melding");
    }

    private static async Task FillAsync(IPage page, string problem)
    {
        await page.FillAsync("[name=titel]", "Leren met behoud van WW");
        await page.FillAsync("[name=probleem]", problem);
        await page.FillAsync("[name=watZegtDeRegel]", "UWV kan scholing toestaan als die nodig is voor werk.");
        await page.FillAsync("[name=watMagJe]", Solution);
    }
}
