using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RegelLoket.Cases;
using RegelLoket.Intake;
using RegelLoket.Intake.Protection;
using RegelLoket.Storage;
using RegelLoket.Tests.Library;

namespace RegelLoket.Tests.Intake;

/// <summary>Joining once more: from a second tab, under the same key, and after something failed.</summary>
[Collection(AppCollection.Name)]
public sealed class JoinAgainTests(AppFixture app)
{
    [Fact]
    public async Task Case13_Join_InTwoTabsWithOtherWords_GivesTheSecondBack()
    {
        const string Page = "/melden/ook-bij-ons";
        var item = IdOf(await PublishedAsync());
        using var visitor = new FormVisitor(app);
        await visitor.GetAsync($"/bibliotheek/{item}");
        using var begun = await visitor.PostAsync($"{Page}/{item}");
        var (one, two) = (await visitor.GetAsync(Page), await visitor.GetAsync(Page));

        using var sent = await visitor.SubmitAsync(one, Page, ("gevolgen", "Wij lopen hier tegenaan."), ("bewijs", Proof()));
        using var same = await visitor.SubmitAsync(one, Page, ("gevolgen", "Wij lopen hier tegenaan."), ("bewijs", Proof()));
        using var other = await visitor.SubmitAsync(two, Page, ("gevolgen", "Ook ons tweede team merkt dit."), ("bewijs", Proof()));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.Conflict],
            [sent.StatusCode, same.StatusCode, other.StatusCode]);
        Assert.Contains("Ook ons tweede team merkt dit.", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_WithTheSameKeyInOtherBytes_SaysSoAndKeepsTheFirstCode()
    {
        var journey = await PublishedAsync();
        var key = Guid.NewGuid().ToString();
        var first = await JoinAsync(IdOf(journey), new { mensen = 4, regio = "Utrecht" }, 201, key);

        var other = await JoinAsync(IdOf(journey), new { regio = "Utrecht", mensen = 4 }, 409, key);
        var again = await JoinAsync(IdOf(journey), new { mensen = 4, regio = "Utrecht" }, 201, key);

        Assert.Equal("Sleutel is al gebruikt", other.GetProperty("title").GetString());
        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Single((await CaseOf(journey)).State.Followers);
    }

    [Fact]
    public async Task Join_WhileTheCountFails_StandsInTheCaseAndIsCountedByTheNext()
    {
        var journey = await PublishedAsync();
        var item = new PublishedMatch(IdOf(journey), "", "", "", "", default, "", []) { Case = CaseNumber.Parse(journey.Number) };
        var failing = new UnsteadyCounts(item) { Fails = true };

        var joined = await JoinsWith(failing).JoinAsync(
            CommandContext.OfReporter(TimeProvider.System), item.Id, new JoinRequest { People = 7 },
            Guid.NewGuid().ToString(), workflows: null!, default);
        await JoinAsync(IdOf(journey), new { mensen = 5 }, 201, key: "twee");

        Assert.IsType<JoinResult.Joined>(joined);
        Assert.Contains("bij samen 12 collega", await app.Http.GetStringAsync(new Uri($"/bibliotheek/{IdOf(journey)}", UriKind.Relative)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_AFactsheetWhoseCountFails_IsCountedWhenItComesAgain()
    {
        var counts = new UnsteadyCounts(new PublishedMatch("factsheet", "", "", "", "", default, "", [])) { Fails = true };
        var key = Guid.NewGuid().ToString();
        Task<JoinResult> JoinAsync() => JoinsWith(counts).JoinAsync(
            CommandContext.OfReporter(TimeProvider.System), "factsheet", new JoinRequest { People = 7 }, key, workflows: null!, default);

        await Assert.ThrowsAsync<IOException>(JoinAsync);
        counts.Fails = false;
        await JoinAsync();
        await JoinAsync();

        Assert.Equal(1, counts.Counted);
    }

    private JoinService JoinsWith(IPublishedCases published) => new(
        app.Services.GetRequiredService<CaseService>(), app.Services.GetRequiredService<ReportKeys>(),
        app.Services.GetRequiredService<ProtectedSecrets>(), published, NullLogger<JoinService>.Instance);

    private string Proof() => ProofOfWorkTests.Solve(app.Services.GetRequiredService<ProofOfWork>().NewChallenge());

    private async Task<Journey> PublishedAsync()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await PublicationTests.PublishAsync(journey);
        return journey;
    }

    private async Task<CaseFile> CaseOf(Journey journey) =>
        (await app.Services.GetRequiredService<CaseStore>().FindAsync(CaseNumber.Parse(journey.Number), default))!;

    private async Task<JsonElement> JoinAsync(string item, object impact, int expected, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/vergelijkbare-casussen/{item}/aansluitingen")
        { Content = JsonContent.Create(impact) };
        request.Headers.Add("Idempotency-Key", $"{item} {key}");
        using var response = await app.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected == (int)response.StatusCode, $"{response.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private static string IdOf(Journey journey) => journey.Number.ToLowerInvariant();

    /// <summary>A library of one item whose counts may fail.</summary>
    private sealed class UnsteadyCounts(PublishedMatch item) : IPublishedCases
    {
        public bool Fails { get; set; }

        public int Counted { get; private set; }

        public Task<IReadOnlyList<PublishedMatch>> LikeAsync(string text, int maximum, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<PublishedMatch>>([item]);

        public Task<PublishedMatch?> FindAsync(string id, CancellationToken cancellation) => Task.FromResult<PublishedMatch?>(item);

        public Task<PublishedMatch?> FindAsync(CaseNumber number, CancellationToken cancellation) => FindAsync(item.Id, cancellation);

        public Task CountHelpedAsync(string id, CancellationToken cancellation) => CountAsync();

        public Task UncountHelpedAsync(string id, CancellationToken cancellation) => CountAsync();

        public Task CountSharedAsync(string id, int people, CancellationToken cancellation) => CountAsync();

        public Task ShowSharedAsync(string id, int organisations, int people, CancellationToken cancellation) => CountAsync();

        private Task CountAsync()
        {
            Counted += Fails ? 0 : 1;
            return Fails ? Task.FromException(new IOException("The count is away.")) : Task.CompletedTask;
        }
    }
}
