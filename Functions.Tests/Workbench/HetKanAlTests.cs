using System.Net.Http.Json;
using Microsoft.Playwright;
using RegelLoket.Tests.Browser;

namespace RegelLoket.Tests.Workbench;

/// <summary>The usual end of a case, "het kan al", by two colleagues: how many pages that takes, and what is typed.</summary>
[Collection(BrowserCollection.Name)]
public sealed class HetKanAlTests(BrowserFixture browser)
{
    private const string Explanation = "De Wet BIG staat dit toe als een verpleegkundige de opdracht geeft en je het kunt.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HetKanAl_FromReportToLibrary_TakesAtMostEightPageLoadsAndOneExplanation(bool javaScript)
    {
        await TidyAsync();
        var reported = await TestCase.ReportAsync(browser.App);
        var (anna, bert) = ($"Anna {Guid.NewGuid():N}"[..16], $"Bert {Guid.NewGuid():N}"[..16]);
        await using var first = await browser.VisitAsync(javaScript, role: "analist", name: anna);
        await using var second = await browser.VisitAsync(javaScript, role: "analist", name: bert);
        var loads = 0;

        // Anna takes the report up: she reads it, takes over the rule that its words point to, and explains it.
        await first.Page.GotoAsync("/werkbank");
        await LoadAsync(first, first.Page.Locator(".wb-new a"));
        Assert.EndsWith(reported.Number, first.Page.Url, StringComparison.Ordinal);
        await LoadAsync(first, first.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Neem over") }).First);
        Assert.Contains("individuele gezondheidszorg", await first.Page.InputValueAsync("[name='regels[0].citeertitel']"),
            StringComparison.Ordinal);
        Assert.StartsWith("BWB", await first.Page.InputValueAsync("[name='regels[0].bwbId']"), StringComparison.Ordinal);
        await first.Page.FillAsync("[name=toelichting]", Explanation);
        await first.Page.SelectOptionAsync("[name=verwachteUitkomst]", "het-kan-al");
        await CheckAsync(first, "context with a rule that was taken over");
        await LoadAsync(first, ButtonIn(first, "Leg vast en leg voor aan een collega"));

        // Bert approves, and goes on to the outcome: what Anna wrote stands there.
        await second.Page.GotoAsync("/werkbank");
        await LoadAsync(second, LinkOf(second, reported, "Beoordeel de probleemstelling"));
        Assert.Contains(Explanation, await second.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await LoadAsync(second, ButtonIn(second, "Keur versie 1 goed"));
        Assert.Equal("het-kan-al", await second.Page.InputValueAsync("[name=uitkomst]"));
        Assert.Equal(Explanation, await second.Page.InputValueAsync("[name=watZegtDeRegel]"));
        await second.Page.FillAsync("[name=watMagJe]", "Je mag insuline toedienen als een verpleegkundige dat opdraagt.");
        await second.Page.FillAsync("[name=bevestigdDoor]", "Inspectie Gezondheidszorg en Jeugd");
        await second.Page.FillAsync("[name=bevestigdOp]", "2026-01-05");
        await second.Page.FillAsync("[name=tekstVoorMelder]", "Goed nieuws: dit mag al.");
        await second.Page.FillAsync("[name=titel]", "Insuline prikken in opdracht");
        await second.Page.FillAsync("[name=probleem]", "In een team dacht men dat dit voorbehouden was.");
        if (javaScript)
        {
            // What everybody will read is drawn beside the form, without a page more.
            await second.Page.Locator("[name=probleem]").BlurAsync();
            await second.Page.Locator(".wb-outcome__beside").GetByText("In een team dacht men").WaitForAsync();
        }

        await CheckAsync(second, "outcome with the text for the public");
        await LoadAsync(second, ButtonIn(second, "Leg vast en leg de tekst voor iedereen voor"));
        await AgreeAsync(reported);

        // Anna judges the public text; the reporter agreed, so that it is shared at once.
        await first.Page.GotoAsync("/werkbank");
        await LoadAsync(first, LinkOf(first, reported, "Beoordeel de publieke tekst"));
        await LoadAsync(first, ButtonIn(first, "Keur versie 1 goed"));

        Assert.InRange(loads, 1, 8);
        var item = await browser.App.Http.GetStringAsync(new Uri($"/bibliotheek/{reported.Number.ToLowerInvariant()}", UriKind.Relative));
        Assert.Contains(Explanation, System.Net.WebUtility.HtmlDecode(item), StringComparison.Ordinal);
        var file = (await reported.GetAsync()).GetProperty("verloop").EnumerateArray().Select(part => part.Text("door")).ToList();
        Assert.Contains(anna, file);
        Assert.Contains(bert, file);

        async Task LoadAsync(Visitor visitor, ILocator what)
        {
            var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            void Count(object? sender, IPage page)
            {
                loads++;
                loaded.TrySetResult();
            }

            visitor.Page.Load += Count;
            await what.ClickAsync();
            await loaded.Task.WaitAsync(TimeSpan.FromMinutes(2));
            visitor.Page.Load -= Count;
        }

        async Task CheckAsync(Visitor visitor, string where)
        {
            if (javaScript)
            {
                await AccessibilityTests.CheckAsync(visitor.Page, where);
            }
        }
    }

    private static ILocator ButtonIn(Visitor visitor, string name) =>
        visitor.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The link in the row of this case: others may wait for the same colleague.</summary>
    private static ILocator LinkOf(Visitor visitor, TestCase reported, string step) =>
        visitor.Page.Locator($"a[href*='{reported.Number}']", new() { HasTextString = step }).First;

    /// <summary>Gives what earlier tests left to somebody, so that the report is the one that waits.</summary>
    private async Task TidyAsync()
    {
        using var client = browser.App.AsAnalyst("Opruimer");
        for (var left = await client.GetFromJsonAsync<System.Text.Json.JsonElement>("/v1/zaken?tab=niet-toegewezen&status=ontvangen");
            left.GetProperty("zaken").GetArrayLength() > 0;
            left = await client.GetFromJsonAsync<System.Text.Json.JsonElement>("/v1/zaken?tab=niet-toegewezen&status=ontvangen"))
        {
            foreach (var line in left.GetProperty("zaken").EnumerateArray())
            {
                using var taken = await client.PutAsJsonAsync($"/v1/zaken/{line.Text("zaaknummer")}/behandelaar",
                    new { behandelaar = "Opruimer" });
                Assert.True(taken.IsSuccessStatusCode);
            }
        }
    }

    private async Task AgreeAsync(TestCase reported)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/meldingen/{reported.Number}/publicatiereacties")
        {
            Content = JsonContent.Create(new { versie = 1, akkoord = true }),
        };
        request.Headers.Add("Volgcode", reported.Code);
        using var agreed = await browser.App.Http.SendAsync(request);
        Assert.True(agreed.IsSuccessStatusCode);
    }
}
