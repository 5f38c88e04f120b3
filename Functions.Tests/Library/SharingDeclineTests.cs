using System.Net;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Library.Publication;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Library;

/// <summary>The other end of a case with an outcome: not shared, for a reason.</summary>
[Collection(AppCollection.Name)]
public sealed class SharingDeclineTests(AppFixture app)
{
    private const string Decisions = "niet-delen-besluiten";

    [Fact]
    public async Task Decline_WithoutReasonOrWords_NamesBoth()
    {
        var journey = await PublicationTests.DecidedAsync(app);

        var answer = await journey.AsAnalyst(HttpMethod.Post, Decisions, new { }, 400);

        Assert.Equal(["want", "toelichting"],
            answer.GetProperty("fouten").EnumerateArray().Select(fault => fault.GetProperty("veld").GetString()));
    }

    [Fact]
    public async Task Decline_BeforeTheOutcomeOrTwice_IsRefusedOrOneEvent()
    {
        var early = new Journey(name => name is null ? app.NewClient() : app.AsAnalyst(name));
        await early.ReportAsync();
        await early.AsAnalyst(HttpMethod.Post, Decisions, new { want = "anders", toelichting = "Te vroeg." }, 409);

        var journey = await PublicationTests.DecidedAsync(app);
        await journey.DeclineSharingAsync();
        var again = await journey.DeclineSharingAsync();

        Assert.Equal("alleen-hier", again.GetProperty("nietDelenWant").GetString());
        var parts = (await journey.CaseAsync()).GetProperty("verloop").ToString();
        Assert.Equal(2, parts.Split("Niet delen: anderen hebben er niets aan").Length);
        Assert.Contains("Het is een eigen afspraak van deze organisatie.", parts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_AfterAnObjection_ProposesTheReasonAndDecidesNothingByItself()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", PublicationTests.Text(), 201);
        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/publicatiereacties",
            new { versie = 1, akkoord = false, toelichting = "Ons team is te herkennen." }, 200, null, ("Volgcode", journey.Code));
        using var analyst = new FormVisitor(app, "analist");
        var address = $"/werkbank/zaken/{journey.Number}/publicatie";

        var page = await analyst.GetAsync(address);
        Assert.Matches("value=\"melder-wil-niet\"[^>]*checked", page);
        Assert.Equal("uitkomst-bekend", (await journey.StatusAsync()).GetProperty("status").GetString());
        using var empty = await analyst.SubmitAsync(
            page, address, ("stap", "niet-delen"), ("want", "melder-wil-niet"), ("toelichting", ""));
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        using var done = await analyst.SubmitAsync(page, address,
            ("stap", "niet-delen"), ("want", "melder-wil-niet"), ("toelichting", "Ook zonder naam weet iedereen wie het is."));

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        var after = await analyst.GetAsync(address);
        Assert.Contains("We delen deze oplossing niet", after, StringComparison.Ordinal);
        Assert.Contains("Ook zonder naam weet iedereen wie het is.", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FollowPage_OfACaseThatIsNotShared_SaysWhyWithoutTheWordsForColleagues()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await journey.DeclineSharingAsync();
        using var reporter = new FormVisitor(app);
        await reporter.GetAsync("/volgen");
        using var opened = await reporter.PostAsync("/volgen", ("zaaknummer", journey.Number), ("code", journey.Code));

        var page = await reporter.GetAsync("/volgen/melding");

        Assert.Contains("We delen deze oplossing niet", page, StringComparison.Ordinal);
        Assert.Contains("Anderen hebben er niets aan.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("eigen afspraak", page, StringComparison.Ordinal);
    }

    [Fact]
    public void WhyNotDecline_WhileTheTextIsInTheLibrary_AsksToTakeItOutFirst()
    {
        CaseChange[] shared = [CaseFiles.Reported(), CaseFiles.Outcome(), CaseFiles.Drafted(), new CasePublished(1)];
        CaseChange[] disputed = [.. shared, new OutcomeDisputed { DueOn = CaseFiles.Due }];

        Assert.Contains("Haal hem daar eerst weg", PublicationRules.WhyNotDecline(CaseFiles.Of(disputed).State), StringComparison.Ordinal);
        Assert.NotNull(PublicationRules.WhyNotDecline(CaseFiles.Of(shared).State));
        Assert.Null(PublicationRules.WhyNotDecline(CaseFiles.Of([.. disputed, new PublicationWithdrawn()]).State));
    }
}
