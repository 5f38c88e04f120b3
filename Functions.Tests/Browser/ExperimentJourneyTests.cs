using Microsoft.Playwright;
using RegelLoket.Tests.Library;

namespace RegelLoket.Tests.Browser;

/// <summary>Action learning and the editors' forms in a real browser, with axe in each state, also where something is wrong.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ExperimentJourneyTests(BrowserFixture browser)
{
    [Fact]
    public async Task Experiment_FromTheFirstStepToTheLibrary_ByTwoColleagues()
    {
        var journey = await PublicationTests.DecidedAsync(browser.App);
        await using var author = await browser.VisitAsync(role: "analist");
        await using var second = await browser.VisitAsync(role: "analist", name: "Bea Tweede");
        var page = author.Page;
        await page.GotoAsync($"/werkbank/zaken/{journey.Number}/experimenten");
        await ClickAsync(author, "Start het experiment");
        await CheckWrongAsync(page, "experiment without anything");

        await page.FillAsync("[name=organisatie]", "Zorggroep Zuid");
        await page.FillAsync("[name=vraagstuk]", "Blijven nieuwe collega's langer met een buddy?");
        await ClickAsync(author, "Start het experiment");
        await page.GetByRole(AriaRole.Link, new() { Name = "Experiment 1: Zorggroep Zuid" }).ClickAsync();
        await page.ArriveAsync("/experimenten/1");
        await ClickAsync(author, "Bewaar de stap");
        await CheckWrongAsync(page, "step without a word");
        foreach (var phase in new[] { "verkennen", "plannen", "uitvoeren", "evalueren" })
        {
            await page.CheckAsync($"[name=fase][value={phase}]");
            await page.FillAsync("[name=notitie]", $"Wat we deden bij {phase}.");
            await ClickAsync(author, "Bewaar de stap");
        }

        await page.FillAsync("[name=uitstroom]", "14,5");
        await ClickAsync(author, "Bewaar de cijfers");
        await page.SelectOptionAsync("[name=ronde]", "1");
        await page.FillAsync("[name=uitstroom]", "12,0");
        await ClickAsync(author, "Bewaar de cijfers");
        await page.CheckAsync("[name=resultaat][value=werkt-niet]");
        await page.FillAsync("[name=lessen]", "De buddy had geen tijd.");
        await ClickAsync(author, "Rond af");
        await AccessibilityTests.CheckAsync(page, "experiment that is over");

        await page.FillAsync("[name=titel]", "Een buddy in de eerste weken");
        await page.FillAsync("[name=vraagstuk]", "Blijven nieuwe collega's langer met een buddy?");
        await page.FillAsync("[name=watGedaan]", "Bij Zorggroep Zuid kreeg iedereen een buddy.");
        await page.FillAsync("[name=lessen]", "Geef de buddy tijd in het rooster.");
        await ClickAsync(author, "Bewaar de tekst");
        await CheckWrongAsync(page, "text that names the organisation");
        await page.FillAsync("[name=watGedaan]", "Nieuwe collega's kregen acht weken een buddy.");
        await ClickAsync(author, "Bewaar de tekst");

        await second.Page.GotoAsync($"/werkbank/zaken/{journey.Number}/experimenten/1");
        await AccessibilityTests.CheckAsync(second.Page, "text of another to read");
        await ClickAsync(second, "Deel in de bibliotheek");
        await second.Page.GetByRole(AriaRole.Link, new() { Name = "bibliotheek", Exact = true }).ClickAsync();
        await second.Page.ArriveAsync("/bibliotheek/*-experiment-1");
        Assert.Contains("12", await second.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Zorggroep Zuid", await second.Page.ContentAsync(), StringComparison.Ordinal);
        await AccessibilityTests.CheckAsync(second.Page, "experiment in the library");
    }

    [Fact]
    public async Task ItemForms_OfWhatIsThere_SayWhatIsWrong()
    {
        await using var coordinator = await browser.VisitAsync(role: "coordinator", name: "Co Coördinator");
        var page = coordinator.Page;
        await page.GotoAsync("/werkbank/redactie/mag-een-helpende-insuline-prikken");
        await page.FillAsync("[name=titel]", "");
        await ClickAsync(coordinator, "Bekijk het voorbeeld");
        await CheckWrongAsync(page, "factsheet without a title");
        await ClickAsync(coordinator, "Trek de tekst in");
        await CheckWrongAsync(page, "withdrawal without a reason");

        await page.GotoAsync("/koplopers");
        var runner = await page.Locator("main a[href^='/koplopers/']").First.GetAttributeAsync("href");
        await page.GotoAsync(runner!);
        await AccessibilityTests.CheckAsync(page, "front-runner initiative");
        await page.GotoAsync($"/werkbank/redactie/{runner!["/koplopers/".Length..]}");
        await page.FillAsync("[name=titel]", "");
        await ClickAsync(coordinator, "Bekijk het voorbeeld");
        await CheckWrongAsync(page, "front-runner initiative without a title");
    }

    private static Task ClickAsync(Visitor visitor, string button) => visitor.NavigateAsync(() => visitor.ClickAsync(button));

    private static async Task CheckWrongAsync(IPage page, string where)
    {
        Assert.StartsWith("Fout: ", await page.TitleAsync(), StringComparison.Ordinal);
        await AccessibilityTests.CheckAsync(page, where);
    }
}
