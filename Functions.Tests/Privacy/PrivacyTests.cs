using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Tests.Library;

namespace RegelLoket.Tests.Privacy;

[Collection(AppCollection.Name)]
public sealed class PrivacyTests(AppFixture app)
{
    [Fact]
    public async Task Erase_OnRequest_LeavesTheChainWholeAndNothingOfThePerson()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        var own = await journey.SendAsync(HttpMethod.Get, $"/v1/meldingen/{journey.Number}/gegevens", null, 200, null,
            ("Volgcode", journey.Code));
        Assert.Equal("Mel Melder", own.GetProperty("melder").GetProperty("naam").GetString());

        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/wissingen", new { }, 200, null,
            ("Volgcode", journey.Code));

        var number = CaseNumber.Parse(journey.Number);
        var file = await app.Services.GetRequiredService<CaseStore>().FindAsync(number, CancellationToken.None);
        Assert.Null(file!.Private.Reporter);
        Assert.Empty(file.Private.Texts);
        Assert.Equal("[gewist]", file.Title);
        Assert.True((await app.Services.GetRequiredService<CaseVerifier>().VerifyAsync(number, CancellationToken.None)).Holds);
        Assert.DoesNotContain("Mel Melder", await PrivateBlobAsync(journey.Number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erase_WithAForeignCode_LooksLikeNoCase()
    {
        var journey = await PublicationTests.DecidedAsync(app);

        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/wissingen", new { }, 404, null,
            ("Volgcode", FollowCode.New().ToString()));
    }

    [Fact]
    public async Task PersonRequest_ByACoordinator_ErasesEveryCaseOfThatPersonOnly()
    {
        var journey = new Journey(name => name is null ? app.NewClient() : app.AsAnalyst(name));
        await journey.ReportAsync(email: "weg@example.org");
        using var coordinator = app.AsCoordinator();

        using var unverified = await coordinator.PostAsJsonAsync(
            "/v1/persoonsverzoeken", new { email = "weg@example.org", soort = "allesWissen" });
        Assert.Equal(HttpStatusCode.BadRequest, unverified.StatusCode);
        using var done = await coordinator.PostAsJsonAsync(
            "/v1/persoonsverzoeken", new { email = "WEG@example.org", soort = "allesWissen", identiteitGecontroleerd = true });

        var erased = JsonSerializer.Deserialize<JsonElement>(await done.Content.ReadAsStringAsync()).GetProperty("gewist")
            .EnumerateArray().Select(n => n.GetString());
        Assert.Equal([journey.Number], erased);
    }

    [Fact]
    public async Task RetentionRun_ForAnAnalyst_IsForbidden()
    {
        using var analyst = app.AsAnalyst();

        using var answer = await analyst.PostAsJsonAsync("/v1/bewaarronden", new { proef = true });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<string> PrivateBlobAsync(string number) =>
        (await app.Storage.Blobs.GetBlobContainerClient(CaseStore.PrivateContainer).GetBlobClient(number).DownloadContentAsync())
            .Value.Content.ToString();
}
