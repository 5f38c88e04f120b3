using Microsoft.Playwright;

namespace RegelLoket.Tests.Browser;

/// <summary>Text that would be a script if anything forgot to encode it, in every field, on every page where it comes back.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ScriptInjectionTests(BrowserFixture browser)
{
    public static TheoryData<string> Attacks =>
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'\" autofocus onfocus=alert(1) x=\"",
        "</textarea></title><svg/onload=alert(1)>",
        "{{constructor.constructor('alert(1)')()}} ${alert(1)} @(alert(1))",
        "<a href=\"javascript:alert(1)\">klik</a> javascript:alert(1)",
        "&lt;b&gt;&#60;script&#62;alert(1)&#60;/script&#62;",
        "<style>*{display:none}</style><base href=https://elders.example/>",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Text_InEveryField_ComesBackAsTextOnEveryPage(string attack)
    {
        await using var visitor = await browser.VisitAsync();
        var journey = new FormJourney(visitor)
        {
            Goal = attack,
            Title = attack,
            Obstacle = attack,
            Optional = attack,
            Organisation = attack,
            Anonymous = false
        };
        await journey.BeginAsync();
        await journey.AnswerAllAsync();
        await AssertTextAsync(visitor.Page, attack);
        await visitor.Page.GotoAsync("/melden/doel");
        Assert.Equal(attack, await visitor.Page.InputValueAsync("[name=omschrijving]"));
        Assert.Equal(attack, await visitor.Page.InputValueAsync("[name=titel]"));
        await visitor.Page.GotoAsync("/melden/controle");
        var number = await journey.SendAsync();
        await AssertTextAsync(visitor.Page, attack);

        await using var analyst = await browser.VisitAsync(role: "analist");
        foreach (var address in new[] { "/werkbank", $"/werkbank/zaken/{number}", $"/werkbank/zaken/{number}/context",
            $"/werkbank/zaken/{number}/probleemstelling" })
        {
            await analyst.Page.GotoAsync(address);
            Assert.DoesNotContain(await analyst.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main img, main "
                + "base, main style, main script:not([src])')].map(e => e.outerHTML)"), _ => true);
        }
        await analyst.Page.GotoAsync($"/werkbank/zaken/{number}");
        Assert.Contains(attack, await analyst.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private static async Task AssertTextAsync(IPage page, string attack) =>
        Assert.True((await page.Locator("dd").AllInnerTextsAsync()).Count(text => text == attack) >= 4, page.Url);
}
