using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using RegelLoket.Cases;
using RegelLoket.Tests.Escalation;

namespace RegelLoket.Tests.Browser;

/// <summary>The ministry's page in a real browser, from the link in the mail to the answer.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class ReactionTests(BrowserFixture browser)
{
    private const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&{{7*7}}javascript:alert(3)";

    private readonly MinistryCases cases = new(browser.App);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Link_WithAndWithoutJavaScript_LeadsToTheAnswerWithoutBarriers(bool javaScript)
    {
        var number = await cases.CreateAsync(statement: Hostile);
        await cases.EscalateAsync(number, cases.WorkingDays.Add(cases.Today, 10), Ministry.Vws);
        var code = await cases.CodeAsync(number, Ministry.Vws);
        await using var visitor = await browser.VisitAsync(javaScript);
        var page = visitor.Page;

        await page.GotoAsync($"/reactie#{code}");
        if (!javaScript)
        {
            await page.GetByLabel("De link uit de mail").FillAsync($"{browser.App.Address}reactie#{code}");
            await visitor.ClickAsync("Verder");
        }

        await page.ArriveAsync("/reactie/toegang");
        Assert.DoesNotContain(code, page.Url, StringComparison.Ordinal);
        await CheckAsync(page, javaScript);
        await page.GetByLabel("Je e-mailadres bij het ministerie").FillAsync("iemand@minvws.example");
        await visitor.ClickAsync("Mail mij een code");
        var mail = await cases.MailAsync(number, "toegangscode");
        await CheckAsync(page, javaScript);
        await page.GetByLabel("Toegangscode", new() { Exact = true })
            .FillAsync(EightDigits().Match(mail.GetProperty("text").GetString()!).Value);
        await visitor.ClickAsync("Naar de vraag");
        await page.ArriveAsync("/reactie/vraag");
        await CheckAsync(page, javaScript);
        Assert.Contains(Hostile, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await page.GetByLabel("Antwoord", new() { Exact = true }).FillAsync(Hostile);
        await visitor.ClickAsync("Tussentijds bewaren");
        await page.ArriveAsync("/reactie/vraag?bewaard");
        Assert.Equal(Hostile, await page.GetByLabel("Antwoord", new() { Exact = true }).InputValueAsync());
        await page.GetByLabel("Antwoord", new() { Exact = true }).FillAsync("");
        await visitor.ClickAsync("Antwoord geven");
        Assert.StartsWith("Fout: ", await page.TitleAsync(), StringComparison.Ordinal);
        await CheckAsync(page, javaScript);
        await page.GetByLabel("Antwoord", new() { Exact = true }).FillAsync("Het kan al.");
        await visitor.ClickAsync("Antwoord geven");
        await page.ArriveAsync("/reactie/klaar?soort=antwoord");
        await CheckAsync(page, javaScript);
        Assert.Equal(RequestStatus.Answered, (await cases.Store.FindAsync(number, default))!.State.RequestTo(Ministry.Vws)!.Status);
    }

    [Fact]
    public async Task Mail_WithHostileTexts_HasOneLinkAndRunsNothing()
    {
        var number = await cases.CreateAsync(statement: Hostile + "\nhttps://evil.example www.evil.example a@evil.example");
        await cases.EscalateAsync(number, cases.WorkingDays.Add(cases.Today, 10), Ministry.Ocw);
        var mail = await cases.MailAsync(number, "vraag-aan-ministerie");
        await using var visitor = await browser.VisitAsync();
        var html = mail.GetProperty("html").GetString()!;

        await visitor.Page.SetContentAsync(html);

        var link = Assert.Single(await visitor.Page.Locator("a").AllAsync());
        Assert.StartsWith("/reactie#", new Uri((await link.GetAttributeAsync("href"))!).PathAndQuery
            + new Uri((await link.GetAttributeAsync("href"))!).Fragment, StringComparison.Ordinal);
        Assert.Equal(0, await visitor.Page.Locator("img, script, iframe, form").CountAsync());
        await AxeIsSilentAsync(visitor.Page);
    }

    private static async Task CheckAsync(IPage page, bool javaScript)
    {
        if (javaScript)
        {
            await AxeIsSilentAsync(page);
        }
    }

    private static async Task AxeIsSilentAsync(IPage page)
    {
        var found = (await page.RunAxe()).Violations;
        Assert.True(found.Length == 0,
            string.Join('\n', found.Select(v => $"{v.Id}: {v.Help} at {string.Join(", ", v.Nodes.Select(n => n.Html))}")));
    }

    [GeneratedRegex(@"\b\d{8}\b")]
    private static partial Regex EightDigits();
}
