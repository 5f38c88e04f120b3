using Microsoft.Playwright;

namespace RegelLoket.Tests.Browser;

/// <summary>The walk through the form, with a stop on every page for a test to look around.</summary>
internal sealed class FormJourney(Visitor visitor)
{
    public string Goal { get; init; } = "Wij willen studenten eerder meer uren laten werken op de afdeling.";

    public string Title { get; init; } = "Studenten eerder meer uren laten werken";

    public string Obstacle { get; init; } = "De school zegt dat het niet mag door het aantal uren onderwijs.";

    public string Optional { get; init; } = "Dat scheelt ons veel tijd.";

    public string Organisation { get; init; } = "Zorggroep Voorbeeld";

    public bool Anonymous { get; init; } = true;

    /// <summary>Called on each page, filled in, before it is sent.</summary>
    public Func<string, Task> OnPage { get; init; } = _ => Task.CompletedTask;

    private IPage Page => visitor.Page;

    public async Task BeginAsync()
    {
        await Page.GotoAsync("/melden");
        await OnPage("start");
        await visitor.ClickAsync("Begin met melden");
    }

    /// <summary>From the first question to the page with all answers.</summary>
    public async Task AnswerAllAsync()
    {
        await Page.FillAsync("[name=omschrijving]", Goal);
        await Page.FillAsync("[name=titel]", Title);
        await NextAsync("doel");
        await Page.FillAsync("[name=belemmering]", Obstacle);
        await NextAsync("belemmering");
        if (Page.Url.EndsWith("/vergelijkbaar", StringComparison.Ordinal))
        {
            await OnPage("vergelijkbaar");
            await Page.GetByRole(AriaRole.Link, new() { Name = "Mijn situatie is anders" }).ClickAsync();
        }
        await Page.FillAsync("[name=vermoedelijkeRegel]", Optional);
        await NextAsync("regel");
        await Page.FillAsync("[name=mensen]", "25");
        await Page.FillAsync("[name=gevolgen]", Optional);
        await NextAsync("gevolgen");
        await Page.FillAsync("[name=geprobeerd]", Optional);
        await NextAsync("geprobeerd");
        await Page.FillAsync("[name=wens]", Optional);
        await NextAsync("wens");
        await Page.SelectOptionAsync("[name=branche]", "ouderenzorg");
        await Page.CheckAsync("[name=themas][value=meer-uren-werken]");
        await Page.SelectOptionAsync("[name=regio]", "Utrecht");
        await Page.FillAsync("[name=organisatie]", Organisation);
        await NextAsync("waar");
        await Page.CheckAsync($"[name=bereikbaar][value={(Anonymous ? "anoniem" : "bereikbaar")}]");
        if (!Anonymous)
        {
            await Page.FillAsync("[name='melder.naam']", Organisation);
            await Page.FillAsync("[name='melder.email']", "melder@voorbeeld.nl");
        }
        await NextAsync("contact");
        await OnPage("controle");
    }

    /// <summary>Sends, looking again where the desk asks for it; returns the case number.</summary>
    public async Task<string> SendAsync()
    {
        for (var tries = 0; tries < 3 && !Page.Url.EndsWith("/verstuurd", StringComparison.Ordinal); tries++)
        {
            if (await Page.Locator("[name=akkoord]").CountAsync() > 0)
            {
                await Page.CheckAsync("[name=akkoord]");
            }
            await visitor.NavigateAsync(() => visitor.ClickAsync("Melding versturen"));
        }
        await Page.ArriveAsync("/melden/verstuurd");
        await OnPage("verstuurd");
        return await Page.Locator("strong", new() { HasTextString = "RR-" }).InnerTextAsync();
    }

    private async Task NextAsync(string page)
    {
        await OnPage(page);
        await visitor.ClickAsync("Verder");
    }
}
