using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RegelLoket.Tests.Library;

namespace RegelLoket.Tests.Browser;

/// <summary>An organisation in its own experiment in a real browser, on a phone too, with axe in each state.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ParticipantJourneyTests(BrowserFixture browser)
{
    [Fact]
    public async Task Logbook_FromTheLinkInTheMail_KeepsWhatIsTypedAndLeadsOn()
    {
        var journey = await PublicationTests.DecidedAsync(browser.App);
        await journey.AsAnalyst(
            HttpMethod.Post, "experimenten", new { organisatie = "Zorggroep Zuid", vraagstuk = "Helpt een buddy?" }, 201);
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/uitnodigingen", new { email = "dana@organisatie.example" });
        var mail = await journey.MailAsync(m => m.To == "dana@organisatie.example");
        await using var visitor = await browser.VisitAsync();
        var page = visitor.Page;
        await page.SetViewportSizeAsync(320, 800);
        await page.GotoAsync("/experiment");
        await AccessibilityTests.CheckAsync(page, "page for a link to an experiment");

        // A link that differs in its fragment alone would load nothing.
        await page.GotoAsync("about:blank");
        await page.GotoAsync(Regex.Match(mail.Text, "/experiment#[\\w.-]+").Value);
        await page.ArriveAsync("/experiment/logboek");
        Assert.DoesNotContain("#", page.Url, StringComparison.Ordinal);
        await AccessibilityTests.CheckAsync(page, "empty logbook");

        await page.FillAsync("[name=lessen]", "Nog niet af.");
        await page.GetByText("Wat je typte, is bewaard op").WaitForAsync();
        await page.CheckAsync("[name=fase][value=verkennen]");
        await page.FillAsync("[name=notitie]", "We spraken tien nieuwe collega's.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bewaar de stap" }).ClickAsync();
        await page.GetByText("De volgende stap: plannen").WaitForAsync();
        Assert.Equal("Nog niet af.", await page.InputValueAsync("[name=lessen]"));
        await AccessibilityTests.CheckAsync(page, "logbook after a step");

        await page.FillAsync("[name=uitstroom]", "veel");
        await page.SelectOptionAsync("[name=ronde]", "0");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bewaar de cijfers" }).ClickAsync();
        await page.GetByText("Vul een getal in, zoals 6,5.").First.WaitForAsync();
        await AccessibilityTests.CheckAsync(page, "logbook with a wrong figure");
        await page.FillAsync("[name=uitstroom]", "14,5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bewaar de cijfers" }).ClickAsync();
        await page.GetByText("Je cijfers zijn bewaard.").WaitForAsync();
        await page.CheckAsync("[name=resultaat][value=werkt-niet]");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rond het experiment af" }).ClickAsync();
        await page.GetByText("Jullie zijn klaar").WaitForAsync();
        await AccessibilityTests.CheckAsync(page, "logbook that is over");

        await using var desk = await browser.VisitAsync(role: "analist");
        await desk.Page.GotoAsync($"/werkbank/zaken/{journey.Number}/experimenten/1");
        await AccessibilityTests.CheckAsync(desk.Page, "experiment that an organisation wrote in");
    }

    [Fact]
    public async Task FrontRunners_BesideEachOther_FitOnAPhone()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.Page.SetViewportSizeAsync(320, 800);

        await visitor.Page.GotoAsync("/koplopers?sorteer=besparing");

        await AccessibilityTests.CheckAsync(visitor.Page, "front-runners beside each other");
        Assert.Contains("geen cijfer bekend", await visitor.Page.Locator(".rl-compare").InnerTextAsync(), StringComparison.Ordinal);
    }
}
