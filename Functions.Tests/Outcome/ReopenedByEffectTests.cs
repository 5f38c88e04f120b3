using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Library.Publication;
using RegelLoket.Outcome;
using RegelLoket.Storage;
using RegelLoket.Tests.Intake;
using RegelLoket.Tests.Library;

namespace RegelLoket.Tests.Outcome;

/// <summary>Most who answered notice nothing of an outcome: the desk reopens its case, on the real engine.</summary>
[Collection(AppCollection.Name)]
public sealed class ReopenedByEffectTests(AppFixture app)
{
    [Fact]
    public async Task Answers_OfWhichMostAreNo_ReopenTheCaseOnceAndTheLibrarySaysSo()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await PublicationTests.PublishAsync(journey);
        var id = journey.Number.ToLowerInvariant();
        await LibraryJoin.SendAsync(app, id, new { mensen = 12 }, 201);
        await LibraryJoin.SendAsync(app, id, new { mensen = 3 }, 201);
        var number = CaseNumber.Parse(journey.Number);
        await app.Services.GetRequiredService<CaseService>().ActAsSystemAsync(number, minimumVersion: null,
            file => file.State.Effects.IsEmpty ? new NewEvent(Actor.System, new EffectAsked(EffectMoment.ThreeMonths)) : null, default);

        await AnswerAsync(new(number, EffectMoment.ThreeMonths), "ja", explains: true);
        await AnswerAsync(new(number, EffectMoment.ThreeMonths, 2), "nee", explains: false);
        Assert.Equal("gedeeld", (await journey.StatusAsync()).GetProperty("status").GetString());
        await AnswerAsync(new(number, EffectMoment.ThreeMonths, 3), "nee", explains: false);

        await journey.WaitForStatusAsync("klaar-voor-besluit");
        var file = (await app.Services.GetRequiredService<CaseStore>().FindAsync(number, default))!;
        var reopened = Assert.Single(file.Events, e => e.What is CaseReopened);
        Assert.Equal((ActorRole.System, 3, 2),
            (reopened.By.Role, ((CaseReopened)reopened.What).Answers, ((CaseReopened)reopened.What).NotNoticed));
        Assert.Contains("De meesten die antwoordden, merken er niets van.", (await journey.StatusAsync()).GetProperty("dialoog").ToString(),
            StringComparison.Ordinal);
        await app.Services.GetRequiredService<CasePublisher>().ShowAsync(file, default);
        Assert.Contains("We kijken hier opnieuw naar", await app.Http.GetStringAsync(new Uri($"/bibliotheek/{id}", UriKind.Relative)),
            StringComparison.Ordinal);
        await AnswerAsync(new(number, EffectMoment.ThreeMonths, 3), "ja", explains: null);
    }

    /// <summary>Opens the link and answers; <paramref name="explains"/> is null where there is nothing to answer any more.</summary>
    private async Task AnswerAsync(EffectLink link, string noticed, bool? explains)
    {
        using var browser = new FormVisitor(app);
        var key = app.Services.GetRequiredService<EffectLinks>().KeyOf(link);
        await browser.GetAsync("/volgen/effect");
        using var opened = await browser.PostAsync("/volgen/effect/openen", ("sleutel", key));
        var page = await opened.Content.ReadAsStringAsync();
        Assert.Equal(explains is true, page.Contains("name=\"toelichting\"", StringComparison.Ordinal));
        Assert.Equal(explains is not null, page.Contains("name=\"merkbaar\"", StringComparison.Ordinal));

        using var answered = await browser.PostAsync("/volgen/effect", ("sleutel", key), ("merkbaar", noticed));

        Assert.Equal(explains is null ? HttpStatusCode.Conflict : HttpStatusCode.SeeOther, answered.StatusCode);
    }
}
