using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Intake.Protection;
using RegelLoket.Storage;
using RegelLoket.Tests.Library;

namespace RegelLoket.Tests.Intake;

/// <summary>"Dit helpt mij" and "speelt bij ons ook", over HTTP.</summary>
[Collection(AppCollection.Name)]
public sealed class JoinTests(AppFixture app)
{
    private const string Factsheet = "mag-een-helpende-insuline-prikken";

    private static readonly object Impact = new
    {
        mensen = 12,
        uren = "8",
        gevolgen = "Onze kandidaten haken <b>af</b>.",
        branche = "ouderenzorg",
        regio = "Utrecht",
        organisatie = "Zorggroep Zuid"
    };

    [Fact]
    public async Task Join_APublishedCase_AddsToThatCaseWithANumberAndACodeOfItsOwn()
    {
        var journey = await PublishedAsync();
        var before = (await journey.CaseAsync()).GetProperty("status").GetString();

        var joined = await LibraryJoin.SendAsync(app, IdOf(journey), Impact, 201);

        var number = joined.GetProperty("volgnummer").GetString()!;
        Assert.Equal($"{journey.Number}-2", number);
        var events = await journey.SendAsync(HttpMethod.Get, $"/v1/zaken/{journey.Number}/gebeurtenissen", null, 200, "Ans Analist");
        Assert.Contains("caseJoined", events.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Zorggroep Zuid", events.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(before, (await journey.CaseAsync()).GetProperty("status").GetString());
        var page = await app.Http.GetStringAsync(new Uri($"/bibliotheek/{IdOf(journey)}", UriKind.Relative));
        Assert.Contains("bij 12 collega", page, StringComparison.Ordinal);

        var followed = await FollowAsync(number, joined.GetProperty("volgcode").GetString()!);
        Assert.Equal(2, followed.GetProperty("organisaties").GetInt32());
        Assert.Contains("Onze kandidaten haken <b>af</b>.", followed.GetProperty("gevolgen").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("zij-instromers opleiden", followed.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_WithTheSameKey_JoinsAndCountsOnce()
    {
        var journey = await PublishedAsync();
        var key = Guid.NewGuid().ToString();

        var first = await LibraryJoin.SendAsync(app, IdOf(journey), Impact, 201, key);
        var second = await LibraryJoin.SendAsync(app, IdOf(journey), Impact, 201, key);
        await LibraryJoin.SendAsync(app, IdOf(journey), new { mensen = 3 }, 409, key);
        var other = await LibraryJoin.SendAsync(app, IdOf(journey), new { mensen = 3 }, 201);

        Assert.Equal(first.GetRawText(), second.GetRawText());
        Assert.EndsWith("-3", other.GetProperty("volgnummer").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, (await CaseOf(journey)).State.Followers.Length);
        Assert.Contains("bij samen 15 collega", await app.Http.GetStringAsync(new Uri($"/bibliotheek/{IdOf(journey)}", UriKind.Relative)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_TheCodesOfReporterAndFollower_OpenOnlyTheirOwn()
    {
        var journey = await PublishedAsync();
        var joined = await LibraryJoin.SendAsync(app, IdOf(journey), Impact, 201);
        var code = joined.GetProperty("volgcode").GetString()!;

        await journey.SendAsync(HttpMethod.Get, $"/v1/meldingen/{journey.Number}", null, 404, null, ("Volgcode", code));
        await journey.SendAsync(HttpMethod.Get, $"/v1/aansluitingen/{journey.Number}-2", null, 404, null, ("Volgcode", journey.Code));
        await journey.SendAsync(HttpMethod.Get, $"/v1/aansluitingen/{journey.Number}-3", null, 404, null, ("Volgcode", code));
        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}-2/reacties", new { tekst = "Mag ik meelezen?" }, 404,
            null, ("Volgcode", code));
        using var visit = new PageVisit(app.Address);
        var page = await visit.FollowAsync(joined.GetProperty("volgnummer").GetString()!.Replace('-', ' '), code);
        Assert.Contains("jullie tellen mee sinds", page, StringComparison.Ordinal);
        Assert.Contains("Onze kandidaten haken &lt;b&gt;af&lt;/b&gt;.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("zij-instromers opleiden", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_FromThePageInTheLibrary_GivesANumberAndACodeToFollow()
    {
        var journey = await PublishedAsync();
        using var visit = new PageVisit(app.Address);

        var asked = await visit.SendAsync($"/bibliotheek/{IdOf(journey)}", $"/melden/ook-bij-ons/{IdOf(journey)}");
        Assert.Contains("Hoeveel mensen merken het bij jullie?", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("Wat je al invulde", asked, StringComparison.Ordinal);
        var sent = await visit.SendAsync(
            "/melden/ook-bij-ons", "/melden/ook-bij-ons", ("mensen", "7"), ("gevolgen", "Wij lopen hier ook tegenaan."),
            ("bewijs", Proof()));

        Assert.Contains($"{journey.Number}-2", sent, StringComparison.Ordinal);
        Assert.Contains("bij 7 collega", await visit.ReadAsync($"/bibliotheek/{IdOf(journey)}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_FromTheLibraryWithAReportUnderWay_SaysWhatIsNotSent()
    {
        var journey = await PublishedAsync();
        using var visit = new PageVisit(app.Address);
        await visit.SendAsync("/melden", "/melden");
        await visit.SendAsync("/melden/doel", "/melden/doel", ("omschrijving", "Iets heel anders."), ("titel", "Iets anders"));

        var asked = await visit.SendAsync($"/bibliotheek/{IdOf(journey)}", $"/melden/ook-bij-ons/{IdOf(journey)}");

        Assert.Contains("Wat je al invulde, sturen we niet mee.", asked, StringComparison.Ordinal);
        Assert.Contains("Iets heel anders.", await visit.ReadAsync("/melden/doel"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_ATextThatWasTakenOutMeanwhile_SaysSoAndGivesTheWordsBack()
    {
        var journey = await PublishedAsync();
        using var visit = new PageVisit(app.Address);
        await visit.SendAsync($"/bibliotheek/{IdOf(journey)}", $"/melden/ook-bij-ons/{IdOf(journey)}");
        await journey.AsAnalyst(HttpMethod.Post, "publicatie-intrekkingen", new { reden = "De organisatie vroeg erom." });

        using var answer = await visit.PostAsync("/melden", "/melden/ook-bij-ons", ("mensen", "7"),
            ("gevolgen", "Wij lopen hier ook tegenaan."), ("bewijs", Proof()));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("staat niet meer in de bibliotheek", page, StringComparison.Ordinal);
        Assert.Contains("Wij lopen hier ook tegenaan.", page, StringComparison.Ordinal);
    }

    /// <summary>The library may lag behind the case: what an organisation wrote is never taken in and then dropped.</summary>
    [Fact]
    public async Task Join_ACaseThatWasJustTakenOut_IsNotFoundAndNotCounted()
    {
        var journey = await PublishedAsync();
        var service = (CaseService)app.Services.GetService(typeof(CaseService))!;
        Assert.IsType<CommandResult.Done>(await service.ActAsync(CaseNumber.Parse(journey.Number),
            _ => new Decision.Append(new NewEvent(new Actor(ActorRole.Analyst, "Ans"), new PublicationWithdrawn())), workflows: null!,
            CancellationToken.None));

        await LibraryJoin.SendAsync(app, IdOf(journey), Impact, 404);

        Assert.Empty((await CaseOf(journey)).State.Followers);
    }

    private string Proof() => ProofOfWorkTests.Solve(app.Services.GetRequiredService<ProofOfWork>().NewChallenge());

    [Fact]
    public async Task Join_AnItemThatIsNotThere_IsNotFound()
    {
        using var visit = new PageVisit(app.Address);
        using var response = await visit.PostAsync("/melden", "/melden/ook-bij-ons/bestaat-niet");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Join_WhatIsNotInTheLibrary_IsNotFound()
    {
        await LibraryJoin.SendAsync(app, "rr-2026-00000", Impact, 404);
        var decided = await PublicationTests.DecidedAsync(app);
        await LibraryJoin.SendAsync(app, IdOf(decided), Impact, 404);
    }

    [Fact]
    public async Task Follower_WithAnAddress_HearsOfANewTextAndIsErasedByTheirOwnCodeAlone()
    {
        var journey = await PublishedAsync();
        var joined = await LibraryJoin.SendAsync(app, IdOf(journey), Impact, 201);
        var number = joined.GetProperty("volgnummer").GetString()!;
        var address = $"{Guid.NewGuid():N}@voorbeeld.nl";
        using var visit = new PageVisit(app.Address);
        await visit.FollowAsync(number, joined.GetProperty("volgcode").GetString()!);
        await AddressTests.ConfirmAsync(app, visit, address);

        await journey.AsAnalyst(HttpMethod.Post, "publicaties", PublicationTests.Text("Een ander team wist dit evenmin zeker."), 201);
        await journey.SendAsync(HttpMethod.Post, $"/v1/zaken/{journey.Number}/publicaties/2/goedkeuringen", new { }, 200, "Bea Tweede");
        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/publicatiereacties",
            new { versie = 2, akkoord = true }, 200, null, ("Volgcode", journey.Code));
        await journey.AsAnalyst(HttpMethod.Post, "delingen", new { });
        var mail = await journey.MailAsync(m => m.To.Contains(address, StringComparison.Ordinal)
            && m.Text.Contains("nieuws", StringComparison.Ordinal));
        Assert.Contains(number, mail.Text, StringComparison.Ordinal);

        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/wissingen", null, 200, null, ("Volgcode", journey.Code));
        Assert.Single((await CaseOf(journey)).Private.Followers);
        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{number}/wissingen", null, 200, null,
            ("Volgcode", joined.GetProperty("volgcode").GetString()!));
        Assert.Empty((await CaseOf(journey)).Private.Followers);
    }

    private async Task<Journey> PublishedAsync()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await PublicationTests.PublishAsync(journey);
        return journey;
    }

    private async Task<CaseFile> CaseOf(Journey journey) =>
        (await ((CaseStore)app.Services.GetService(typeof(CaseStore))!)
            .FindAsync(CaseNumber.Parse(journey.Number), CancellationToken.None))!;

    private async Task<JsonElement> FollowAsync(string number, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/aansluitingen/{number}");
        request.Headers.Add("Volgcode", code);
        using var response = await app.Http.SendAsync(request);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string IdOf(Journey journey) => journey.Number.ToLowerInvariant();
}
