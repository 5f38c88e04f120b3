using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Outcome;
using RegelLoket.Tests.Library;

namespace RegelLoket.Tests.Outcome;

[Collection(AppCollection.Name)]
public sealed class OutcomeJourneyTests(AppFixture app)
{
    [Fact]
    public async Task Outcome_WithoutItsParts_NamesThemAll()
    {
        var journey = new Journey(name => name is null ? app.NewClient() : app.AsAnalyst(name));
        await journey.ReportAsync();

        var answer = await journey.AsAnalyst(HttpMethod.Post, "uitkomsten",
            new { uitkomst = "het-kan-al", reden = "r", tekstVoorMelder = "t" }, 400);

        Assert.Equal(5, answer.GetProperty("fouten").GetArrayLength());
    }

    [Fact]
    public async Task Dispute_ByTheReporter_IsATaskThatReopensTheCase()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        var dispute = new { toelichting = "Bij ons gaat het om iets anders." };

        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/bezwaren", dispute, 404, null,
            ("Volgcode", RegelLoket.Cases.FollowCode.New().ToString()));
        var disputed = await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/bezwaren", dispute, 200, null,
            ("Volgcode", journey.Code));
        Assert.True(disputed.GetProperty("bezwaarLoopt").GetBoolean());
        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/bezwaren", dispute, 409, null,
            ("Volgcode", journey.Code));

        var reopened = await journey.AsAnalyst(HttpMethod.Post, "heropeningen", new { tekst = "Je hebt gelijk. We kijken opnieuw." });
        Assert.Equal("klaar-voor-besluit", reopened.GetProperty("status").GetString());
        await journey.ConcludeAsync();
    }

    [Fact]
    public async Task Effect_OfACaseThatIsNoLongerKept_SaysSoAndGivesTheWordsBack()
    {
        var key = app.Services.GetRequiredService<EffectLinks>().KeyOf(new(CaseNumber.New(2026), EffectMoment.ThreeMonths));
        using var browser = new FormVisitor(app);
        await browser.GetAsync("/volgen/effect");

        using var opened = await browser.PostAsync("/volgen/effect/openen", ("sleutel", key));
        using var answered = await browser.PostAsync("/volgen/effect", ("sleutel", key), ("merkbaar", "nee"),
            ("toelichting", "Er veranderde bij ons helaas niets."));

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], [opened.StatusCode, answered.StatusCode]);
        var page = await answered.Content.ReadAsStringAsync();
        Assert.Contains("Deze zaak is er niet meer", page, StringComparison.Ordinal);
        Assert.Contains("Er veranderde bij ons helaas niets.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Effect_BeforeItWasAsked_IsRefused()
    {
        var journey = await PublicationTests.DecidedAsync(app);

        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/effectmetingen",
            new { moment = "3-maanden", merkbaar = "ja" }, 409, null, ("Volgcode", journey.Code));
    }
}
