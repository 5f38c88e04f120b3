using Microsoft.Playwright;
using RegelLoket.Cases;
using RegelLoket.Tests.Escalation;
using RegelLoket.Tests.Workbench;

namespace RegelLoket.Tests.Browser;

/// <summary>The dialogue from both sides in a real browser, and the overview of a ministry; with axe in each new state.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DialogueTests(BrowserFixture browser)
{
    [Fact]
    public async Task Dialogue_DeskAnswersAndReporterReads_MarksWhatIsNewOnBothSides()
    {
        var journey = new Journey(name => name is null ? browser.App.NewClient() : browser.App.AsAnalyst(name));
        await journey.ReportAsync();
        await using var reporter = await browser.VisitAsync();
        await PublicationJourneyTests.OpenReportAsync(reporter, journey);
        await reporter.Page.FillAsync("[name=tekst]", "Ik hoorde nog iets van UWV.");
        await reporter.NavigateAsync(() => reporter.ClickAsync("Versturen"));

        await using var desk = await browser.VisitAsync(role: "analist", name: "Ans Analist");
        await desk.Page.GotoAsync($"/werkbank/zaken/{journey.Number}/melding");
        Assert.Contains("Nieuw", await desk.Page.Locator(".wb-dialogue").InnerTextAsync(), StringComparison.Ordinal);
        await AccessibilityTests.CheckAsync(desk.Page, "report with an unread message");
        await desk.Page.FillAsync("[name=bericht]", "");
        await desk.NavigateAsync(() => desk.ClickAsync("Verstuur het bericht"));
        await AccessibilityTests.CheckAsync(desk.Page, "empty message to the reporter");
        await desk.Page.FillAsync("[name=bericht]", "UWV belt je deze week.");
        await desk.NavigateAsync(() => desk.ClickAsync("Verstuur het bericht"));
        var unread = await desk.Page.Locator(".wb-dialogue").InnerTextAsync();

        await reporter.Page.GotoAsync("/volgen/melding");
        var first = await reporter.Page.Locator("main").InnerTextAsync();
        await AccessibilityTests.CheckInBothSchemesAsync(reporter.Page, "report with a new message");
        await reporter.Page.GetByText("Wat je meldde", new() { Exact = true }).ClickAsync();
        Assert.Contains("De uitkering stopt zodra de opleiding begint.", await reporter.Page.Locator("main").InnerTextAsync(),
            StringComparison.Ordinal);
        await reporter.Page.GotoAsync("/volgen/melding");
        var second = await reporter.Page.Locator("main").InnerTextAsync();
        await desk.Page.GotoAsync($"/werkbank/zaken/{journey.Number}/melding");

        Assert.Contains("Nog niet gelezen door de melder", unread, StringComparison.Ordinal);
        Assert.DoesNotContain("Nieuw", unread, StringComparison.Ordinal);
        Assert.Contains("We hebben je geschreven", first, StringComparison.Ordinal);
        Assert.Contains("UWV belt je deze week.", first, StringComparison.Ordinal);
        Assert.DoesNotContain("We hebben je geschreven", second, StringComparison.Ordinal);
        Assert.Contains("UWV belt je deze week.", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Nog niet gelezen", await desk.Page.Locator(".wb-dialogue").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnswerAReporter_FromTheStartOfTheWorkbench_TakesTwoClicks()
    {
        var handler = $"Hans {Guid.NewGuid():N}"[..16];
        var reported = await TestCase.ReportAsync(browser.App);
        await reported.PutAsync("/behandelaar", new { behandelaar = handler }, handler);
        await using var reporter = await browser.VisitAsync();
        await reporter.Page.GotoAsync("/volgen");
        await reporter.Page.FillAsync("[name=zaaknummer]", reported.Number);
        await reporter.Page.FillAsync("[name=code]", reported.Code);
        await reporter.Page.Locator("main form button[type=submit]").First.ClickAsync();
        await reporter.Page.ArriveAsync("/volgen/melding");
        await reporter.Page.FillAsync("[name=tekst]", "Ik hoorde nog iets.");
        await reporter.NavigateAsync(() => reporter.ClickAsync("Versturen"));
        await using var desk = await browser.VisitAsync(role: "analist", name: handler);
        await desk.Page.GotoAsync("/werkbank");

        await desk.NavigateAsync(() => desk.Page.GetByRole(AriaRole.Link, new() { Name = "Lees het bericht van de melder" }).First
            .ClickAsync());
        await desk.Page.FillAsync("[name=bericht]", "Dank je, dat helpt.");
        await desk.NavigateAsync(() => desk.ClickAsync("Verstuur het bericht"));

        Assert.Contains("Dank je, dat helpt.", await desk.Page.Locator(".wb-dialogue").InnerTextAsync(), StringComparison.Ordinal);
        await desk.Page.GotoAsync("/werkbank");
        Assert.DoesNotContain("Lees het bericht van de melder", await desk.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Overview_OfAMinistry_WithAndWithoutJavaScript_OpensAQuestionByOneButton(bool javaScript)
    {
        var cases = new MinistryCases(browser.App);
        var number = await cases.CreateAsync();
        await cases.EscalateAsync(number, cases.WorkingDays.Add(cases.Today, 10), Ministry.Vws);
        var colleague = $"{Guid.NewGuid():N}@minvws.example";
        using var passed = await cases.ReactAsync(await cases.CodeAsync(number, Ministry.Vws),
            new { soort = "doorzetten", email = colleague });
        await using var visitor = await browser.VisitAsync(javaScript);
        await visitor.Page.GotoAsync("/reactie/aanmelden");
        await visitor.Page.GetByLabel("Je e-mailadres bij het ministerie").FillAsync(colleague);
        await visitor.NavigateAsync(() => visitor.ClickAsync("Mail mij een link"));
        await CheckAsync("a link to the overview is on its way");
        var mail = (await Mailbox.AllToAsync(browser.App, colleague))
            .Last(sent => sent.Contains("/reactie/aanmelden#", StringComparison.Ordinal));
        var link = mail[mail.IndexOf("/reactie/aanmelden#", StringComparison.Ordinal)..].Split((char[])[' ', '\\', '"', '<'], 2)[0];

        await visitor.Page.GotoAsync("about:blank");
        await visitor.Page.GotoAsync(link);
        if (!javaScript)
        {
            await visitor.Page.GetByLabel("De link uit de mail").FillAsync(link);
        }

        await visitor.NavigateAsync(() => visitor.ClickAsync("Toon de open vragen"));
        await CheckAsync("the overview of a ministry");
        Assert.DoesNotContain('#', visitor.Page.Url);
        await visitor.NavigateAsync(() => visitor.Page.GetByRole(AriaRole.Button, new() { Name = $"Lees en reageer op {number}" })
            .ClickAsync());
        Assert.EndsWith("/reactie/vraag", visitor.Page.Url, StringComparison.Ordinal);
        await visitor.Page.GetByLabel("Antwoord", new() { Exact = true }).FillAsync("Het kan al.");
        await visitor.NavigateAsync(() => visitor.ClickAsync("Antwoord geven"));
        await CheckAsync("an answer was given");
        await visitor.Page.GotoAsync("/reactie/overzicht");
        Assert.Contains("Er wacht nu geen vraag", await visitor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        Task CheckAsync(string where) => javaScript ? AccessibilityTests.CheckAsync(visitor.Page, where) : Task.CompletedTask;
    }
}
