using Microsoft.Playwright;
using RegelLoket.Tests.Browser;

namespace RegelLoket.Tests.Workbench;

/// <summary>
/// The queue as a place to work in: how much fits, the keys, and all of it without a script. On a desk of its own: cases that other tests
/// brought further say more in their rows, and in the line of the coordinator above them, so that fewer fit.
/// </summary>
public sealed class QueueBrowserTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static readonly string[] Titles =
    [
        "Helpende mag geen insuline prikken", "Zij-instromer verliest zijn WW tijdens een bbl-opleiding",
        "Gastdocent van het ziekenhuis mag geen toets afnemen zonder aantekening",
        "Nachtdienst delen met een andere zorgorganisatie", "Leerling mag niet alleen bij een cliënt thuis werken",
        "Vrijwilliger met een uitkering mag twee middagen niet meedoen aan de dagbesteding",
    ];

    [Theory]
    [InlineData("analist", 1440, 900, 15)]
    [InlineData("analist", 1024, 640, 8)]
    [InlineData("coordinator", 1440, 900, 15)]
    [InlineData("coordinator", 1024, 640, 8)]
    public async Task Queue_OnAScreen_ShowsEnoughRowsAndFitsWithItsFiltersOnOneLine(string role, int width, int height, int rows)
    {
        await FillAsync();
        await using var visitor = await browser.VisitAsync(width: width, height: height, role: role, name: "Rik Rij");
        await visitor.Page.GotoAsync("/werkbank?tab=alle");

        var seen = await visitor.Page.EvaluateAsync<int>("""
            () => [...document.querySelectorAll('.wb-list tbody tr')].filter(row => row.getBoundingClientRect().bottom <= innerHeight)
                .length
            """);
        var title = await visitor.Page.EvaluateAsync<double>("""
            () => { const cell = document.querySelector('.wb-list__title');
                return cell.getBoundingClientRect().width / parseFloat(getComputedStyle(cell).fontSize); }
            """);
        var sideways = await visitor.Page.EvaluateAsync<int>(
            "() => { const frame = document.querySelector('.wb-list .rl-table'); return frame.scrollWidth - frame.clientWidth; }");
        var spread = await visitor.Page.EvaluateAsync<double>("""
            () => {
                const controls = [...document.querySelectorAll('.wb-find :is(input:not([type=hidden]), select, button, summary)')];
                const middles = controls.filter(control => control.checkVisibility()).map(control => {
                    const box = control.getBoundingClientRect();
                    return (box.top + box.bottom) / 2;
                });
                return Math.max(...middles) - Math.min(...middles);
            }
            """);

        Assert.True(seen >= rows, $"{seen} rows at {width} × {height} for {role}");
        Assert.True(title >= 16, $"a title has {title} em");
        Assert.True(sideways <= 0, $"the table is {sideways} pixels too wide");
        Assert.True(spread < 10, $"the filters stand {spread} pixels apart");
    }

    [Fact]
    public async Task Keys_InTheQueue_GoOpenChooseSearchAndCanBeSwitchedOff()
    {
        await FillAsync();
        await using var visitor = await browser.VisitAsync(role: "analist", name: "Rik Rij");
        var page = visitor.Page;
        await page.GotoAsync("/werkbank?tab=alle");
        var titles = page.Locator(".wb-list .wb-title");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("j");
        Assert.Equal(await titles.Nth(1).GetAttributeAsync("href"), await FocusedAsync(page, "href"));
        await page.Keyboard.PressAsync("x");
        Assert.True(await page.Locator("[name=zaken]").Nth(1).IsCheckedAsync());
        await page.Keyboard.PressAsync("/");
        Assert.Equal("zoek", await FocusedAsync(page, "id"));
        await page.Keyboard.TypeAsync("jx?");
        Assert.Equal("jx?", await page.InputValueAsync("#zoek"));
        await page.EvaluateAsync("() => document.activeElement.blur()");
        await page.Keyboard.PressAsync("?");
        Assert.True(await page.Locator("#toetsen").EvaluateAsync<bool>("help => help.open"));
        await AccessibilityTests.CheckAsync(page, "queue with the explanation of its keys");

        await page.ClickAsync("#toetsen-schakelaar");
        await page.ReloadAsync();
        await page.Keyboard.PressAsync("j");
        Assert.Equal(0, await page.Locator(".wb-list tr:focus-within").CountAsync());
        await page.Locator("#toetsen summary").ClickAsync();
        await page.ClickAsync("#toetsen-schakelaar");
        await page.Keyboard.PressAsync("j");
        var first = await titles.First.GetAttributeAsync("href");
        await visitor.NavigateAsync(() => page.Keyboard.PressAsync("o"));
        Assert.EndsWith(first!, page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ChooseAllAndPeek_WithAndWithoutScript_TickEveryRowAndShowTheFacts(bool javaScript)
    {
        await FillAsync();
        await using var visitor = await browser.VisitAsync(javaScript: javaScript, role: "analist", name: "Rik Rij");
        var page = visitor.Page;
        await page.GotoAsync("/werkbank?tab=alle");
        Assert.Equal(javaScript, await page.Locator("#toetsen").IsVisibleAsync());

        await page.Locator(".wb-all").ClickAsync();
        await page.WaitForSelectorAsync("[name=zaken]:checked");
        Assert.Equal(await page.Locator("[name=zaken]").CountAsync(), await page.Locator("[name=zaken]:checked").CountAsync());
        await page.Locator(".wb-peek summary").First.ClickAsync();
        Assert.Contains("Branche", await page.Locator(".wb-peek").First.InnerTextAsync(), StringComparison.Ordinal);
        if (javaScript)
        {
            await AccessibilityTests.CheckInBothSchemesAsync(page, "queue with everything chosen and one case peeked at");
        }
    }

    [Fact]
    public async Task Bulk_WithoutAReason_ComesBackWithoutViolations()
    {
        await FillAsync();
        await using var known = await browser.VisitAsync(role: "analist", name: "Rik Rij");
        await known.Page.GotoAsync("/werkbank");
        await using var visitor = await browser.VisitAsync(role: "coordinator", name: "Coo Rij");
        await visitor.Page.GotoAsync("/werkbank?tab=niet-toegewezen");

        var give = visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Geef aan ") }).First;
        await visitor.NavigateAsync(() => give.ClickAsync());

        Assert.StartsWith("Fout: ", await visitor.Page.TitleAsync(), StringComparison.Ordinal);
        await AccessibilityTests.CheckAsync(visitor.Page, "handing over without a reason");
        var more = visitor.Page.GetByText("Meer", new() { Exact = true });
        await more.ClickAsync();
        await AccessibilityTests.CheckInBothSchemesAsync(visitor.Page, "coordinator's queue with its menu open");
        // The open menu lies over the filters: a visitor closes it first.
        await more.ClickAsync();
        await visitor.Page.GetByText("Meer filters").ClickAsync();
        await AccessibilityTests.CheckInBothSchemesAsync(visitor.Page, "coordinator's queue with its filters open");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(640)]
    public async Task CasePage_OnANarrowScreen_ShowsTheNextStepBeforeTheTabs(int width)
    {
        var reported = await TestCase.ReportAsync(browser.App);
        await using var visitor = await browser.VisitAsync(width: width, role: "analist", name: "Rik Rij");
        await visitor.Page.GotoAsync($"/werkbank/zaken/{reported.Number}");

        var step = (await visitor.Page.Locator(".wb-next").BoundingBoxAsync())!;
        var tabs = (await visitor.Page.Locator(".wb-tabs").BoundingBoxAsync())!;

        Assert.True(step.Y < tabs.Y);
        Assert.True(step.Y < 600, $"the next step begins at {step.Y} pixels");
    }

    private static Task<string?> FocusedAsync(IPage page, string attribute) =>
        page.EvaluateAsync<string?>("name => document.activeElement.getAttribute(name)", attribute);

    /// <summary>More cases than fit, with titles as long as people write them.</summary>
    private async Task FillAsync()
    {
        using var client = browser.App.AsAnalyst("Rik Rij");
        var page = await client.GetStringAsync(new Uri("/v1/zaken?tab=alle", UriKind.Relative));
        using var document = System.Text.Json.JsonDocument.Parse(page);
        for (var i = document.RootElement.GetProperty("totaal").GetInt32(); i < 18; i++)
        {
            await TestCase.ReportAsync(browser.App, title: Titles[i % Titles.Length]);
        }
    }
}
