using System.Net;
using Microsoft.Playwright;

namespace RegelLoket.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class FormTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(1200, 900)]
    [InlineData(360, 740)]
    public async Task Form_WithJavaScript_EndsWithACaseNumberAndACodeThatOpenTheCase(int width, int height)
    {
        await using var visitor = await browser.VisitAsync(width: width, height: height);
        var pages = new HashSet<string>();
        var journey = new FormJourney(visitor)
        {
            OnPage = page =>
            {
                pages.Add(page);
                return AssertNoSidewaysScroll(visitor.Page);
            },
        };
        await journey.BeginAsync();
        await journey.AnswerAllAsync();

        var number = await journey.SendAsync();

        Assert.InRange(pages.Count, 11, 12);
        Assert.Matches("^RR-20[0-9]{2}-[0-9A-Z]{5}$", number);
        Assert.Equal(HttpStatusCode.OK, await OpensAsync(number, await visitor.Page.Locator("#volgcode").InnerTextAsync()));
        Assert.Contains("Je hoort uiterlijk", await visitor.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains(journey.Goal, await visitor.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithoutJavaScript_EndsWithACodeByMailAndACase()
    {
        await using var visitor = await browser.VisitAsync(javaScript: false);
        var journey = new FormJourney(visitor);
        await journey.BeginAsync();
        await journey.AnswerAllAsync();
        await visitor.ClickAsync("Melding versturen");
        if (!visitor.Page.Url.EndsWith("/bevestigen", StringComparison.Ordinal))
        {
            await visitor.ClickAsync("Melding versturen");
        }

        var address = $"{Guid.NewGuid():N}@voorbeeld.nl";
        await visitor.Page.FillAsync("[name=email]", address);
        await visitor.ClickAsync("Stuur mij een code");
        var mail = await Mailbox.LastToAsync(browser.App, address);
        await visitor.Page.FillAsync("[name=code]", Mailbox.EightDigits(mail));
        await visitor.ClickAsync("Melding versturen");

        await visitor.Page.ArriveAsync("/melden/verstuurd");
        Assert.DoesNotContain(journey.Title, mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_ByKeyboardAlone_CanBeSent()
    {
        await using var visitor = await browser.VisitAsync();
        var keys = visitor.Page.Keyboard;
        await visitor.Page.GotoAsync("/melden");
        await FocusByTabAsync(visitor.Page, "button >> text=Begin met melden");
        await keys.PressAsync("Enter");
        await TypeAsync("omschrijving", "Ik wil eerder beginnen.");
        await TypeAsync("titel", "Eerder beginnen");
        await NextAsync();
        await TypeAsync("belemmering", "De school zegt dat het niet mag.");
        await NextAsync();
        for (var page = 0; page < 5 && !visitor.Page.Url.EndsWith("/waar", StringComparison.Ordinal); page++)
        {
            if (visitor.Page.Url.EndsWith("/vergelijkbaar", StringComparison.Ordinal))
            {
                await FocusByTabAsync(visitor.Page, "a >> text=Mijn situatie is anders");
                await visitor.NavigateAsync(() => keys.PressAsync("Enter"));
                Assert.EndsWith("/regel", visitor.Page.Url, StringComparison.Ordinal);
            }
            await NextAsync();
        }
        await FocusByTabAsync(visitor.Page, "[name=branche]");
        await keys.TypeAsync("Ouderen");
        await FocusByTabAsync(visitor.Page, "[name=themas]");
        await keys.PressAsync("Space");
        await NextAsync();
        await FocusByTabAsync(visitor.Page, "[name=bereikbaar]");
        await keys.PressAsync("ArrowDown");
        await NextAsync();
        for (var tries = 0; tries < 3 && !visitor.Page.Url.EndsWith("/verstuurd", StringComparison.Ordinal); tries++)
        {
            await FocusByTabAsync(visitor.Page, "button >> text=Melding versturen");
            await visitor.NavigateAsync(() => keys.PressAsync("Enter"));
        }

        await visitor.Page.ArriveAsync("/melden/verstuurd");

        async Task TypeAsync(string field, string text)
        {
            await FocusByTabAsync(visitor.Page, $"[name={field}]");
            await keys.TypeAsync(text);
        }

        async Task NextAsync()
        {
            await FocusByTabAsync(visitor.Page, "button >> text=Verder");
            await visitor.NavigateAsync(() => keys.PressAsync("Enter"));
        }
    }

    [Fact]
    public async Task Form_WithErrors_KeepsWhatWasTypedAndLeadsToTheFields()
    {
        await using var visitor = await browser.VisitAsync();
        await new FormJourney(visitor).BeginAsync();
        await visitor.Page.FillAsync("[name=titel]", "Een titel die blijft staan");
        await visitor.ClickAsync("Verder");

        Assert.StartsWith("Fout: ", await visitor.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal("fouten-overzicht", await visitor.Page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal("Een titel die blijft staan", await visitor.Page.InputValueAsync("[name=titel]"));
        await visitor.Page.Locator(".rl-error-summary a").First.ClickAsync();
        Assert.Equal("omschrijving", await visitor.Page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal("omschrijving-uitleg omschrijving-fout omschrijving-teller", await visitor.Page.GetAttributeAsync(
            "[name=omschrijving]", "aria-describedby"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Case12_PageOpenTooLong_AdvisesWhatWorks(bool javaScript)
    {
        await using var visitor = await browser.VisitAsync(javaScript: javaScript);
        await new FormJourney(visitor).BeginAsync();
        await visitor.Page.FillAsync("[name=omschrijving]", "Dit typ ik niet nog een keer.");
        await visitor.Page.FillAsync("[name=titel]", "Eén keer typen");
        await visitor.Page.Context.ClearCookiesAsync(new() { Name = "regelloket-formulier" });

        await visitor.ClickAsync("Verder");
        var page = await visitor.Page.InnerTextAsync("main");
        await visitor.ClickAsync("Opnieuw versturen");

        Assert.Contains("Deze pagina was verlopen", page, StringComparison.Ordinal);
        Assert.EndsWith("/belemmering", visitor.Page.Url, StringComparison.Ordinal);
        await visitor.Page.GotoAsync("/melden/doel");
        Assert.Equal("Dit typ ik niet nog een keer.", await visitor.Page.InputValueAsync("[name=omschrijving]"));
    }

    [Fact]
    public async Task Case6_PastedText_IsNeverCutAndTheCounterSaysHowMuchIsTooMuch()
    {
        await using var visitor = await browser.VisitAsync();
        await new FormJourney(visitor).BeginAsync();
        await visitor.Page.FillAsync("[name=titel]", "Een titel");
        await visitor.Page.FillAsync("[name=omschrijving]", new string('a', 4205));

        await visitor.Page.GetByText("205 tekens te veel. Hoogstens 4000 passen hier.").WaitForAsync();
        await visitor.ClickAsync("Verder");

        Assert.EndsWith("/doel", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Equal(4205, (await visitor.Page.InputValueAsync("[name=omschrijving]")).Length);
        Assert.Contains("hoogstens 4000 tekens, nu 4205", await visitor.Page.InnerTextAsync(".rl-error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_KeptForLater_IsResumedTwiceInOtherBrowsers()
    {
        await using var visitor = await browser.VisitAsync();
        await new FormJourney(visitor).BeginAsync();
        await visitor.Page.FillAsync("[name=omschrijving]", "Dit wil ik morgen afmaken.");
        await visitor.ClickAsync("Bewaren voor later");
        var code = await visitor.Page.InnerTextAsync(".rl-code");
        Assert.Matches(@"We bewaren het tot en met \w+ \d+ \w+ 20\d\d\.", await visitor.Page.InnerTextAsync("main"));

        for (var time = 0; time < 2; time++)
        {
            await using var other = await browser.VisitAsync();
            await other.Page.GotoAsync("/melden/verder");
            await other.Page.FillAsync("[name=code]", code.ToLowerInvariant());
            await other.ClickAsync("Verder");
            await other.Page.GotoAsync("/melden/doel");
            Assert.Equal("Dit wil ik morgen afmaken.", await other.Page.InputValueAsync("[name=omschrijving]"));
            await other.ClickAsync("Bewaren voor later");
            Assert.Equal(code, await other.Page.InnerTextAsync(".rl-code"));
        }
    }

    [Fact]
    public async Task Sending_WithBackReloadAndDoubleClick_MakesOneCase()
    {
        await using var visitor = await browser.VisitAsync();
        var journey = new FormJourney(visitor);
        await journey.BeginAsync();
        await journey.AnswerAllAsync();
        await visitor.Page.GoBackAsync();
        await visitor.ClickAsync("Verder");
        var number = await journey.SendAsync();
        await visitor.Page.ReloadAsync();
        Assert.Contains(number, await visitor.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await visitor.Page.GotoAsync("/melden/controle");

        Assert.EndsWith("/melden/verstuurd", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Contains(number, await visitor.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_WithACitizenServiceNumber_IsRefusedAtItsField()
    {
        await using var visitor = await browser.VisitAsync();
        await new FormJourney(visitor).BeginAsync();
        await visitor.Page.FillAsync("[name=omschrijving]", "Het gaat om de cliënt met BSN 111222333.");
        await visitor.Page.FillAsync("[name=titel]", "Een titel");
        await visitor.NavigateAsync(() => visitor.ClickAsync("Verder"));

        Assert.StartsWith("Fout: ", await visitor.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.EndsWith("/melden/doel", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Contains("burgerservicenummer", await visitor.Page.InnerTextAsync("#omschrijving-fout"), StringComparison.Ordinal);
        Assert.Contains("111222333", await visitor.Page.InputValueAsync("[name=omschrijving]"), StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> OpensAsync(string number, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/meldingen/{number}");
        request.Headers.Add("Volgcode", code);
        using var response = await browser.App.Http.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task AssertNoSidewaysScroll(IPage page) =>
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            page.Url);

    private static async Task FocusByTabAsync(IPage page, string selector)
    {
        for (var tabs = 0; tabs < 60; tabs++)
        {
            if (await page.Locator(selector).First.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{selector} on {page.Url} cannot be reached with the Tab key.");
    }
}
