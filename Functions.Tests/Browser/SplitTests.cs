using Microsoft.Playwright;
using RegelLoket.Tests.Workbench;

namespace RegelLoket.Tests.Browser;

/// <summary>A report that is split on the workbench and followed by its reporter, in a real browser; with axe and 320 pixels.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SplitTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Split_WithAndWithoutJavaScript_IsSeenByDeskAndReporter(bool javaScript)
    {
        var reported = await TestCase.ReportAsync(browser.App);
        await using var desk = await browser.VisitAsync(javaScript, role: "analist");
        await desk.Page.GotoAsync($"/werkbank/zaken/{reported.Number}/melding");
        await desk.NavigateAsync(() => desk.Page.GetByRole(AriaRole.Link, new() { Name = "Splits in meer zaken" }).ClickAsync());
        await CheckAsync(desk, "a report to split");
        await desk.Page.FillAsync("[name='delen[0].titel']", "Insuline");
        await desk.NavigateAsync(() => desk.ClickAsync("Nog een deel"));
        Assert.Equal("Insuline", await desk.Page.InputValueAsync("[name='delen[0].titel']"));
        await desk.Page.FillAsync("[name='delen[1].titel']", "Uitlenen");
        await desk.Page.FillAsync("[name='delen[2].titel']", "");
        await desk.NavigateAsync(() => desk.ClickAsync("Splits in 3 delen"));
        Assert.StartsWith("Fout: ", await desk.Page.TitleAsync(), StringComparison.Ordinal);
        await CheckAsync(desk, "a split with errors");
        await desk.NavigateAsync(() => desk.ClickAsync("Haal deel 3 weg"));
        await desk.Page.FillAsync("[name=reden]", "Dit zijn twee regels.");
        await desk.NavigateAsync(() => desk.ClickAsync("Splits in 2 delen"));
        Assert.Equal("Insuline", await desk.Page.Locator("h1").InnerTextAsync());
        await CheckAsync(desk, "a report that was split");

        await using var reporter = await browser.VisitAsync(javaScript);
        await reporter.Page.GotoAsync("/volgen");
        await reporter.Page.FillAsync("[name=zaaknummer]", reported.Number);
        await reporter.Page.FillAsync("[name=code]", reported.Code);
        await reporter.Page.Locator("main form button[type=submit]").First.ClickAsync();
        await reporter.Page.ArriveAsync("/volgen/melding");
        Assert.Contains("Je melding gaat over 2 vragen", await reporter.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await CheckAsync(reporter, "a split report that is followed");
        await reporter.NavigateAsync(() => reporter.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Bekijk RR-") }).ClickAsync());
        Assert.Equal("Uitlenen", await reporter.Page.Locator("h1").InnerTextAsync());
        await CheckAsync(reporter, "a part that is followed");

        await desk.NavigateAsync(() => desk.ClickAsync("Maak de splitsing ongedaan"));
        Assert.Equal("Helpende mag geen insuline prikken", await desk.Page.Locator("h1").InnerTextAsync());
        await reporter.Page.GotoAsync("/volgen/melding");
        await CheckAsync(reporter, "a part that was taken back");

        Task CheckAsync(Visitor visitor, string where) =>
            javaScript ? AccessibilityTests.CheckInBothSchemesAsync(visitor.Page, where) : Task.CompletedTask;
    }
}
