using Microsoft.Playwright;
using RegelLoket.Tests.Browser;

namespace RegelLoket.Tests.Workbench;

/// <summary>axe on every tab of a case, in both colour schemes, and on forms that come back with errors.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WorkbenchAccessibilityTests(BrowserFixture browser)
{
    [Fact]
    public async Task CaseTabs_OfAnApprovedCase_HaveNoViolations()
    {
        var reported = await TestCase.ReportAsync(browser.App);
        await reported.ApproveAsync();
        await reported.PutAsync("/probleemstelling", new { tekst = "Een nieuwe versie van de tekst." });
        await using var visitor = await browser.VisitAsync(role: "analist");

        foreach (var tab in new[] { "melding", "context", "probleemstelling", "ministeries", "oplossing", "publicatie", "dossier",
            "inzage" })
        {
            await visitor.Page.GotoAsync($"/werkbank/zaken/{reported.Number}/{tab}");
            await visitor.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
            await AccessibilityTests.CheckInBothSchemesAsync(visitor.Page, tab);
        }

        Assert.Empty(visitor.Misdeeds);
    }

    [Fact]
    public async Task PersonRequest_OnEveryPageOfIt_HasNoViolations()
    {
        var reported = await TestCase.ReportAsync(browser.App);
        await using var visitor = await browser.VisitAsync(role: "coordinator", name: "Co Coördinator");
        await visitor.Page.GotoAsync("/werkbank/privacy/verzoeken");
        await visitor.NavigateAsync(() => visitor.ClickAsync("Bekijk wat er gebeurt"));
        Assert.StartsWith("Fout: ", await visitor.Page.TitleAsync(), StringComparison.Ordinal);
        await AccessibilityTests.CheckAsync(visitor.Page, "request with errors");

        await visitor.Page.FillAsync("[name=email]", "mia@voorbeeld.nl");
        await visitor.Page.CheckAsync("[name=soort][value=inzage]");
        await visitor.Page.CheckAsync("[name=controle][value=teruggebeld]");
        await visitor.Page.CheckAsync("[name=identiteitGecontroleerd]");
        await visitor.NavigateAsync(() => visitor.ClickAsync("Bekijk wat er gebeurt"));
        Assert.Contains(reported.Number, await visitor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await AccessibilityTests.CheckAsync(visitor.Page, "what a request would do");
        await visitor.NavigateAsync(() => visitor.ClickAsync("Laat alles zien"));
        Assert.Contains("Mia Melder", await visitor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await AccessibilityTests.CheckAsync(visitor.Page, "what is held of a person");
        await visitor.NavigateAsync(() => visitor.Page.GetByRole(AriaRole.Link, new() { Name = "bekijk de verklaring" }).ClickAsync());
        await AccessibilityTests.CheckAsync(visitor.Page, "certificate");
    }

    [Fact]
    public async Task ContextForm_SentEmpty_ComesBackWithErrorsAndNoViolations()
    {
        var reported = await TestCase.ReportAsync(browser.App);
        await using var visitor = await browser.VisitAsync(role: "analist");
        await visitor.Page.GotoAsync($"/werkbank/zaken/{reported.Number}/context");

        await visitor.NavigateAsync(() => visitor.ClickAsync("Leg de context vast"));

        Assert.StartsWith("Fout: ", await visitor.Page.TitleAsync(), StringComparison.Ordinal);
        await AccessibilityTests.CheckAsync(visitor.Page, "context with errors");
    }

    /// <summary>The forms of context and outcome and the dialogue, filled with long words; at 320 pixels, which is 400 % of 1280.</summary>
    [Fact]
    public async Task OutcomeForm_WithErrorsAndLongWords_HasNoViolationsAndDoesNotScrollSideways()
    {
        var longWord = new string('a', 60);
        var reported = await TestCase.ReportAsync(browser.App, title: $"Titel {longWord}", description: $"Verhaal {longWord}");
        await reported.ApproveAsync();
        await reported.PostAsync("/berichten-aan-melder", new { tekst = $"Bericht {longWord}" });
        await using var visitor = await browser.VisitAsync(role: "analist");
        foreach (var tab in new[] { "melding", "context", "oplossing" })
        {
            await visitor.Page.GotoAsync($"/werkbank/zaken/{reported.Number}/{tab}");
            await visitor.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
            await AccessibilityTests.CheckInBothSchemesAsync(visitor.Page, $"{tab} with long words");
        }

        await visitor.NavigateAsync(() => visitor.Page.Locator("button[name=stap][value=vastleggen]").ClickAsync());

        Assert.StartsWith("Fout: ", await visitor.Page.TitleAsync(), StringComparison.Ordinal);
        await AccessibilityTests.CheckAsync(visitor.Page, "outcome with errors");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task RadioButton_ThatIsChosen_LooksOtherThanTheRest(ColorScheme colors)
    {
        await using var visitor = await browser.VisitAsync(colors: colors, role: "analist");
        await visitor.Page.GotoAsync("/werkbank/overzicht-per-mail");
        await visitor.Page.CheckAsync("[name=ritme][value=dagelijks]");

        var looks = await visitor.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[name=ritme]')].map(radio => "
            + "getComputedStyle(radio).backgroundImage)");

        Assert.NotEqual("none", looks[0]);
        Assert.All(looks[1..], look => Assert.Equal("none", look));
    }
}
