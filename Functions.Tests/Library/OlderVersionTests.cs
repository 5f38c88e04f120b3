using System.Net;

namespace RegelLoket.Tests.Library;

/// <summary>Whoever read an older version than the newest approves nothing, and sees both.</summary>
[Collection(AppCollection.Name)]
public sealed class OlderVersionTests(AppFixture app)
{
    private const string Newer = "Nog een team wist dit niet zeker.";
    private const string Older = "Een team wist niet of";

    [Fact]
    public async Task Approve_OfAnOlderVersion_GivesBothByTheApi()
    {
        var journey = await WithTwoVersionsAsync();
        var path = $"/v1/zaken/{journey.Number}/publicaties";

        await journey.SendAsync(HttpMethod.Post, $"{path}/7/goedkeuringen", new { }, 400, "Bea Tweede");
        var refused = await journey.SendAsync(HttpMethod.Post, $"{path}/1/goedkeuringen", new { }, 409, "Bea Tweede");

        var newer = refused.GetProperty("nieuwereTekst");
        Assert.Contains(Newer, newer.GetProperty("teksten").ToString(), StringComparison.Ordinal);
        Assert.Contains(Older, newer.GetProperty("gelezen").ToString(), StringComparison.Ordinal);
        await PublicationTests.ApproveAsync(journey, 2);
    }

    [Fact]
    public async Task Approve_OfAnOlderVersion_ShowsBothOnThePage()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", PublicationTests.Text(), 201);
        using var reader = new FormVisitor(app, "coordinator");
        var address = $"/werkbank/zaken/{journey.Number}/publicatie";
        var page = await reader.GetAsync(address);
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", PublicationTests.Text(Newer), 201);

        using var refused = await reader.SubmitAsync(page, address, ("versie", "1"), ("stap", "goedkeuren"));
        var both = await refused.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.All(["Wat jij las", Older, "Wat er nu staat", Newer], words => Assert.Contains(words, both, StringComparison.Ordinal));
    }

    private async Task<Journey> WithTwoVersionsAsync()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", PublicationTests.Text(), 201);
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", PublicationTests.Text(Newer), 201);
        return journey;
    }
}
