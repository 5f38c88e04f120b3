using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using RegelLoket.Web;

namespace RegelLoket.Tests.Browser;

/// <summary>axe on every page in every state, in both colour schemes; and what axe cannot see: targets, reflow, language, titles.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(BrowserFixture browser)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    private static readonly AxeRunOptions Colors = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
    };

    /// <summary>Every page of the site that needs no more than an address.</summary>
    public static TheoryData<string> Addresses =>
    [
        .. RouteTable.Routes
            .Where(route => route.Methods.Contains("GET") && !route.Template.Contains('{', StringComparison.Ordinal)
                && !route.Template.StartsWith("v1/", StringComparison.Ordinal)
                && !route.Template.EndsWith(".csv", StringComparison.Ordinal))
            .Select(route => "/" + route.Template).Append("/").Append("/dit-bestaat-niet").Order(),
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_InLightAndDark_HasNoViolations(string address)
    {
        await using var visitor = await browser.VisitAsync(role: "coordinator");
        var response = await visitor.Page.GotoAsync(address);
        if (response!.Headers.TryGetValue("content-type", out var type) && type.StartsWith("text/html", StringComparison.Ordinal))
        {
            await CheckInBothSchemesAsync(visitor.Page, address);
        }
    }

    [Fact]
    public async Task Form_FilledInOnEveryPage_HasNoViolations()
    {
        await using var visitor = await browser.VisitAsync();
        var journey = new FormJourney(visitor)
        {
            Anonymous = false,
            Optional = "Bel mevrouw De Vries op 06-12345678 over haar medicijnen.",
            OnPage = page => CheckInBothSchemesAsync(visitor.Page, page),
        };
        await journey.BeginAsync();
        await journey.AnswerAllAsync();
        await visitor.NavigateAsync(() => visitor.ClickAsync("Melding versturen"));
        await CheckAsync(visitor.Page, "controle with findings");
        await journey.SendAsync();
    }

    [Fact]
    public async Task Form_WithErrorsOnEveryPage_HasNoViolations()
    {
        await using var visitor = await browser.VisitAsync();
        await new FormJourney(visitor).BeginAsync();
        foreach (var step in new[] { "doel", "belemmering", "waar", "contact" })
        {
            await visitor.Page.GotoAsync($"/melden/{step}");
            await visitor.NavigateAsync(() => visitor.ClickAsync("Verder"));
            Assert.StartsWith("Fout: ", await visitor.Page.TitleAsync(), StringComparison.Ordinal);
            await CheckAsync(visitor.Page, $"{step} with errors");
        }
        await visitor.Page.GotoAsync("/melden/controle");
        await CheckAsync(visitor.Page, "controle with answers missing");
        await visitor.Page.GotoAsync("/melden/verder");
        await visitor.Page.FillAsync("[name=code]", "fout");
        await visitor.NavigateAsync(() => visitor.ClickAsync("Verder"));
        await CheckAsync(visitor.Page, "verder with an error");
        foreach (var address in new[] { "/melden/bewaren", "/melden/bevestigen" })
        {
            await visitor.Page.GotoAsync(address);
            await CheckAsync(visitor.Page, address);
        }
    }

    /// <summary>Checks a page that is shown in light, and then its colours in dark: all else is the same in both.</summary>
    internal static async Task CheckInBothSchemesAsync(IPage page, string where)
    {
        await CheckAsync(page, where);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await CheckRulesAsync(page, Colors, $"{where} in dark");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    internal static async Task CheckAsync(IPage page, string where)
    {
        await CheckRulesAsync(page, Rules, where);
        Assert.Equal("nl", await page.GetAttributeAsync("html", "lang"));
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.EndsWith("– RegelLoket", await page.TitleAsync(), StringComparison.Ordinal);
        var small = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('button, input:not([type=hidden]), select, summary, nav a, .utrecht-button')]
                .filter(element => element.offsetParent && !element.closest('.rl-trap, .rl-visually-hidden'))
                .filter(element => { const box = element.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
                .map(element => element.outerHTML.slice(0, 120))
            """);
        Assert.True(small.Length == 0, $"{where}: smaller than 24 pixels: {string.Join("; ", small)}");
        var squeezed = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('main :is(p, dd, dt, td, th, li, h2, h3, label)')]
                .filter(element => element.offsetParent && !element.closest('.rl-visually-hidden'))
                .filter(element => element.innerText.trim().length > 12 && element.getBoundingClientRect().width < 60)
                .map(element => element.outerHTML.slice(0, 120))
            """);
        Assert.True(squeezed.Length == 0, $"{where}: text in a column too narrow to read: {string.Join("; ", squeezed)}");
        await page.SetViewportSizeAsync(320, 800);
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 320"),
            $"{where} scrolls sideways at 320 pixels: " + await page.EvaluateAsync<string>("""
                () => [...document.querySelectorAll('main *')].filter(element => element.getBoundingClientRect().right > 321)
                    .slice(0, 3).map(element => element.outerHTML.slice(0, 100)).join(' | ')
                """));
        await page.SetViewportSizeAsync(1200, 900);
    }

    private static async Task CheckRulesAsync(IPage page, AxeRunOptions rules, string where)
    {
        var result = await page.RunAxe(rules);
        Assert.True(result.Violations.Length == 0, $"{where}: " + string.Join("; ", result.Violations.Select(violation =>
            $"{violation.Id} ({violation.Help}): {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))}")));
    }
}
