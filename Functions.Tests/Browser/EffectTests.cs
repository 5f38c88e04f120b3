using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Tests.Library;

namespace RegelLoket.Tests.Browser;

/// <summary>"Merk je het?" in a real browser, from the link in the mail to the answer.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EffectTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Link_OfTheMail_OpensTheQuestionOnceWithoutACode(bool javaScript)
    {
        var journey = await AskedAsync();
        var link = LinkIn(await MailAsync(journey));
        await using var visitor = await browser.VisitAsync(javaScript);
        var page = visitor.Page;

        await OpenAsync(visitor, link, javaScript);
        Assert.DoesNotContain(link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..], page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("Bbl'er raakt WW kwijt", await page.ContentAsync(), StringComparison.Ordinal);
        await CheckAsync(page, javaScript, "effect question");
        await visitor.ClickAsync("Versturen");
        Assert.StartsWith("Fout: ", await page.TitleAsync(), StringComparison.Ordinal);
        await CheckAsync(page, javaScript, "effect question with an error");
        await page.GetByLabel("Nee, ik merk er niets van").CheckAsync();
        await page.GetByLabel("Wil je dat uitleggen?").FillAsync("UWV wijst het nog steeds af.");
        await visitor.ClickAsync("Versturen");
        await page.ArriveAsync("/volgen/effect/klaar?kijken");
        await CheckAsync(page, javaScript, "effect answered");

        // Not noticed is a task; the same link answers nothing twice.
        Assert.NotNull((await FileAsync(journey)).State.Dispute);
        await journey.MailAsync(m => m.Subject.StartsWith("De melder merkt niets van de uitkomst", StringComparison.Ordinal));
        await OpenAsync(visitor, link, javaScript);
        Assert.Contains("Je hebt deze vraag al beantwoord.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await CheckAsync(page, javaScript, "effect answered before");
    }

    [Fact]
    public async Task Question_FromTheReportersPage_IsAnsweredWithinTheSession()
    {
        var journey = await AskedAsync();
        await using var visitor = await browser.VisitAsync();
        await PublicationJourneyTests.OpenReportAsync(visitor, journey);

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Beantwoord de vraag" }).ClickAsync();
        await visitor.Page.GetByLabel("Een beetje").CheckAsync();
        await visitor.ClickAsync("Versturen");

        await visitor.Page.ArriveAsync("/volgen/effect/klaar");
        Assert.Equal(EffectNoticed.Partly, (await FileAsync(journey)).State.Effects.Single().Noticed);
        await visitor.Page.GotoAsync("/volgen/melding");
        Assert.DoesNotContain("Beantwoord de vraag", await visitor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_ThatIsAlteredOrForeign_OpensNothing()
    {
        await using var visitor = await browser.VisitAsync();

        await visitor.Page.GotoAsync("/volgen/effect");
        await AccessibilityTests.CheckAsync(visitor.Page, "effect without a link");
        await visitor.Page.GetByLabel("De link uit de mail").FillAsync($"{browser.App.Address}volgen/effect#CfDJ8niet-van-ons");
        await visitor.NavigateAsync(() => visitor.ClickAsync("Verder"));

        Assert.StartsWith("Fout: ", await visitor.Page.TitleAsync(), StringComparison.Ordinal);
        await AccessibilityTests.CheckAsync(visitor.Page, "effect with a foreign link");
    }

    /// <summary>A case whose reporter was asked for the effect, as the calendar does after three months.</summary>
    private async Task<Journey> AskedAsync()
    {
        var journey = await PublicationTests.DecidedAsync(browser.App);
        var number = CaseNumber.Parse(journey.Number);
        var asked = await browser.App.Services.GetRequiredService<CaseService>().ActAsSystemAsync(
            number, minimumVersion: null, file => file.State.Effects.IsEmpty
                ? new NewEvent(Actor.System, new EffectAsked(EffectMoment.ThreeMonths)) : null, default);
        await browser.App.Services.GetRequiredService<Outbox>().PlanAsync(
            new PlannedMail
            {
                Case = number,
                Kind = MailKind.EffectQuestion,
                To = Recipient.Reporter,
                Key = $"effect.{asked!.State.Version}",
                Event = asked.State.Version
            }, default);
        return journey;
    }

    private static Task<JourneyMail> MailAsync(Journey journey) =>
        journey.MailAsync(m => m.Subject.StartsWith("Merk je iets van de uitkomst?", StringComparison.Ordinal));

    private static string LinkIn(JourneyMail mail) => mail.Text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .Single(word => word.Contains("/volgen/effect#", StringComparison.Ordinal));

    /// <summary>Follows the link; without JavaScript it is pasted. The page comes under the address of the form that opened it.</summary>
    private async Task OpenAsync(Visitor visitor, string link, bool javaScript)
    {
        await visitor.Page.GotoAsync("about:blank");
        await visitor.Page.GotoAsync($"{browser.App.Address}volgen/effect#{link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..]}");
        if (!javaScript)
        {
            await visitor.Page.GetByLabel("De link uit de mail").FillAsync(link);
            await visitor.ClickAsync("Verder");
        }

        await visitor.Page.ArriveAsync("/volgen/effect/openen");
    }

    private async Task<CaseFile> FileAsync(Journey journey) =>
        (await browser.App.Services.GetRequiredService<CaseStore>().FindAsync(CaseNumber.Parse(journey.Number), default))!;

    private static async Task CheckAsync(IPage page, bool javaScript, string where)
    {
        if (javaScript)
        {
            await AccessibilityTests.CheckAsync(page, where);
        }
    }
}
