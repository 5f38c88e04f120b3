using Microsoft.Playwright;
using RegelLoket.Tests.Browser;

namespace RegelLoket.Tests.Workbench;

/// <summary>What everyday work costs in clicks and page loads, counted in a browser from the page that opens after signing in.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ClickCountTests(BrowserFixture browser)
{
    [Fact]
    public async Task Approve_TheNextStatement_TakesAtMostThreeClicks()
    {
        var reported = await TestCase.ReportAsync(browser.App);
        await reported.PutAsync("/contextanalyse", reported.Analysis, "Anna Auteur");
        await reported.PutAsync("/probleemstelling", reported.Statement, "Anna Auteur");
        await using var visitor = await browser.VisitAsync(role: "analist", name: $"Bert {Guid.NewGuid():N}"[..16]);
        var count = await Count.StartAsync(visitor);
        var waiting = await WaitingAsync(visitor.Page);

        await count.ClickAsync(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Beoordeel de probleemstelling" }).First);
        await count.ClickAsync(visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Keur versie [0-9]+ goed$") }));

        Assert.True(count is { Clicks: <= 3, Loads: <= 2 }, count.ToString());
        Assert.Contains("Goedgekeurd", await visitor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await visitor.Page.GotoAsync("/werkbank");
        Assert.Equal(waiting - 1, await WaitingAsync(visitor.Page));
    }

    [Fact]
    public async Task Approve_TheStatementAfterThat_TakesTwoClicksFromTheCase()
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var reported = await TestCase.ReportAsync(browser.App);
            await reported.PutAsync("/contextanalyse", reported.Analysis, "Anna Auteur");
            await reported.PutAsync("/probleemstelling", reported.Statement, "Anna Auteur");
        }

        await using var visitor = await browser.VisitAsync(role: "analist", name: $"Bert {Guid.NewGuid():N}"[..16]);
        var count = await Count.StartAsync(visitor);
        await count.ClickAsync(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Beoordeel de probleemstelling" }).First);
        var first = visitor.Page.Url;
        await count.ClickAsync(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Volgende zaak" }));

        Assert.NotEqual(first, visitor.Page.Url);
        Assert.Equal(1, await visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Keur versie [0-9]+ goed$") }).CountAsync());
    }

    [Fact]
    public async Task Redistribute_FiveCasesOfAColleague_TakesAtMostFourClicks()
    {
        var (full, free) = ($"Vera {Guid.NewGuid():N}"[..16], $"Aart {Guid.NewGuid():N}"[..16]);
        var cases = await ReportAsync(5);
        foreach (var reported in cases)
        {
            await reported.PutAsync("/behandelaar", new { behandelaar = full }, full);
        }

        await SignInAsync(free);
        await using var visitor = await browser.VisitAsync(role: "coordinator", name: "Coo Verdeler");
        var count = await Count.StartAsync(visitor);
        var load = visitor.Page.GetByRole(AriaRole.Link, new() { Name = $"Verdeel het werk van {full}" });
        if (!await load.IsVisibleAsync())
        {
            await count.ClickAsync(visitor.Page.Locator(".wb-loads summary"), loads: false);
        }

        await count.ClickAsync(load);
        await count.ClickAsync(visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Geef aan ") }).First);

        Assert.True(count is { Clicks: <= 4, Loads: <= 2 }, count.ToString());
        Assert.Contains("5 zaken gegeven aan ", await visitor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        foreach (var reported in cases)
        {
            Assert.NotEqual(full, (await reported.GetAsync()).Text("behandelaar"));
        }

        await AccessibilityTests.CheckAsync(visitor.Page, "cases that were handed over");
    }

    [Fact]
    public async Task Redistribute_CasesOfNobody_TakesAtMostFourClicks()
    {
        await ReportAsync(5);
        await SignInAsync("Aart Ruimte");
        await using var visitor = await browser.VisitAsync(role: "coordinator", name: "Coo Verdeler");
        var count = await Count.StartAsync(visitor);

        await count.ClickAsync(visitor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Niemand [0-9]+$") }));
        await count.ClickAsync(visitor.Page.Locator(".wb-all"), loads: false);
        await visitor.Page.FillAsync("[name=reden]", "Werk verdeeld");
        await count.ClickAsync(visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Geef aan ") }).First);

        Assert.True(count is { Clicks: <= 4, Loads: <= 2 }, count.ToString());
        Assert.Matches("[0-9]+ zaken gegeven aan ", await visitor.Page.Locator("main").InnerTextAsync());
    }

    private async Task<IReadOnlyList<TestCase>> ReportAsync(int number)
    {
        var reported = new List<TestCase>();
        while (reported.Count < number)
        {
            reported.Add(await TestCase.ReportAsync(browser.App));
        }

        return reported;
    }

    private async Task SignInAsync(string name)
    {
        using var client = browser.App.AsAnalyst(name);
        await client.GetStringAsync(new Uri("/v1/zaken?behandelaar=niemand", UriKind.Relative));
    }

    private static async Task<int> WaitingAsync(IPage page) => int.Parse(
        await page.Locator(".wb-tabs [aria-current] .wb-count").EvaluateAsync<string>("count => count.firstChild.data"),
        System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Clicks and page loads since the start page of the workbench.</summary>
    private sealed class Count(Visitor visitor)
    {
        public int Clicks { get; private set; }

        public int Loads { get; private set; }

        public static async Task<Count> StartAsync(Visitor visitor)
        {
            await visitor.Page.GotoAsync("/werkbank");
            var count = new Count(visitor);
            visitor.Page.Load += (_, _) => count.Loads++;
            return count;
        }

        public async Task ClickAsync(ILocator what, bool loads = true)
        {
            Clicks++;
            await (loads ? visitor.NavigateAsync(() => what.ClickAsync()) : what.ClickAsync());
        }

        public override string ToString() => $"{Clicks} clicks and {Loads} page loads";
    }
}
