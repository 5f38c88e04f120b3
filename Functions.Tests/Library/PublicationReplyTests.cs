using System.Net;

namespace RegelLoket.Tests.Library;

/// <summary>The reporter's word on a public text, which counts for the version that was read and for no other.</summary>
[Collection(AppCollection.Name)]
public sealed class PublicationReplyTests(AppFixture app)
{
    private const string Page = "/volgen/publicatie";
    private const string Newer = "Nog een team wist dit niet zeker.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reply_OnAnOlderVersion_GivesBothTextsAndCountsForNothing(bool agreed)
    {
        var journey = await DraftedTwiceAsync();

        var refused = await SendAsync(journey, new { versie = 1, akkoord = agreed, toelichting = "Zo is het." }, 409);

        var newer = refused.GetProperty("nieuwereTekst");
        Assert.Contains(Newer, newer.GetProperty("teksten").ToString(), StringComparison.Ordinal);
        Assert.Contains("Een team wist niet of scholing mocht", newer.GetProperty("gelezen").ToString(), StringComparison.Ordinal);
        Assert.Equal("RegelLoket", newer.GetProperty("door").GetString());
        var approved = await PublicationTests.ApproveAsync(journey, 2);
        Assert.False(approved.GetProperty("akkoordMelder").GetBoolean() || approved.GetProperty("bezwaarMelder").GetBoolean());
        var heard = await PublicationTests.ReplyAsync(journey, new { versie = 2, akkoord = true });
        Assert.True(heard.GetProperty("akkoordMelder").GetBoolean());
    }

    [Fact]
    public async Task Reply_WithoutAVersionOrWithOneThatNeverWas_IsRefusedAtThatField()
    {
        var journey = await DraftedTwiceAsync();

        foreach (var reply in new object[] { new { akkoord = true }, new { versie = 3, akkoord = true } })
        {
            var refused = await SendAsync(journey, reply, 400);
            Assert.Equal("versie", Assert.Single(refused.GetProperty("fouten").EnumerateArray()).GetProperty("veld").GetString());
        }
    }

    [Fact]
    public async Task Page_SentAfterANewerVersionCame_ShowsThatOneWithAWordAndAsksAgain()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", PublicationTests.Text(), 201);
        using var reporter = await FollowAsync(journey);
        var read = await reporter.GetAsync(Page);
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", PublicationTests.Text(Newer), 201);

        using var refused = await reporter.SubmitAsync(read, Page, ("akkoord", "ja"));
        var page = await refused.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("We schreven intussen een nieuwe tekst", page, StringComparison.Ordinal);
        Assert.Contains(Newer, page, StringComparison.Ordinal);
        Assert.DoesNotMatch("value=\"ja\"[^>]*checked", page);
        using var agreed = await reporter.SubmitAsync(page, Page, ("akkoord", "ja"));
        Assert.Equal(HttpStatusCode.SeeOther, agreed.StatusCode);
        Assert.True((await PublicationTests.ApproveAsync(journey, 2)).GetProperty("akkoordMelder").GetBoolean());
    }

    private async Task<Journey> DraftedTwiceAsync()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", PublicationTests.Text(), 201);
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", PublicationTests.Text(Newer), 201);
        return journey;
    }

    private async Task<FormVisitor> FollowAsync(Journey journey)
    {
        var visitor = new FormVisitor(app);
        await visitor.GetAsync("/volgen");
        using var opened = await visitor.PostAsync("/volgen", ("zaaknummer", journey.Number), ("code", journey.Code));
        return visitor;
    }

    private static Task<System.Text.Json.JsonElement> SendAsync(Journey journey, object reply, int status) => journey.SendAsync(
        HttpMethod.Post, $"/v1/meldingen/{journey.Number}/publicatiereacties", reply, status, null, ("Volgcode", journey.Code));
}
