using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RegelLoket.Tests.Workbench;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Tests.Web.SignIn;

/// <summary>Whom a case can be given to: colleagues who signed in, by their id.</summary>
[Collection(AppCollection.Name)]
public sealed class ColleaguesTests(AppFixture app)
{
    private readonly string name = $"Kim {Guid.NewGuid():N}"[..16];

    private Colleagues Colleagues => app.Services.GetRequiredService<Colleagues>();

    [Fact]
    public async Task SeenAsync_FirstRequestOfAColleague_MakesThemKnownByTheId()
    {
        Assert.Null(await Colleagues.FindAsync(AppFixture.IdOf(name), CancellationToken.None));

        await SignInAsync();

        Assert.Equal(name, (await Colleagues.FindAsync(AppFixture.IdOf(name), CancellationToken.None))?.Name);
    }

    [Fact]
    public async Task SeenAsync_RequestThatIsRefused_MakesNobodyKnown()
    {
        using var client = app.As("melder", name);
        using var answer = await client.GetAsync(new Uri("/werkbank", UriKind.Relative));

        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Null(await Colleagues.FindAsync(AppFixture.IdOf(name), CancellationToken.None));
    }

    [Fact]
    public async Task OfNameAsync_NameOfTwo_IsNobody()
    {
        await Colleagues.SeenAsync(new CurrentUser($"{name}-1", name, []), CancellationToken.None);
        var one = await Colleagues.OfNameAsync(name.ToUpperInvariant(), CancellationToken.None);
        await Colleagues.SeenAsync(new CurrentUser($"{name}-2", name, []), CancellationToken.None);

        Assert.Equal($"{name}-1", one?.Id);
        Assert.Null(await Colleagues.OfNameAsync(name, CancellationToken.None));
    }

    [Fact]
    public async Task AllAsync_AnotherInstance_ReadsThemWithNewNameAndForgetsWhoStayedAway()
    {
        var clock = new FakeTimeProvider(app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        var log = NullLogger<Colleagues>.Instance;
        await new Colleagues(app.Storage.Blobs, clock, log).SeenAsync(new CurrentUser(name, "Oude naam", []), CancellationToken.None);
        await new Colleagues(app.Storage.Blobs, clock, log).SeenAsync(new CurrentUser(name, "Nieuwe naam é", []), CancellationToken.None);

        var other = await new Colleagues(app.Storage.Blobs, clock, log).FindAsync(name, CancellationToken.None);
        clock.Advance(TimeSpan.FromDays(366));
        var later = await new Colleagues(app.Storage.Blobs, clock, log).FindAsync(name, CancellationToken.None);

        Assert.Equal("Nieuwe naam é", other?.Name);
        Assert.Null(later);
    }

    [Fact]
    public async Task PutHandler_NameOfAKnownColleague_KeepsTheId()
    {
        await SignInAsync();
        var reported = await TestCase.ReportAsync(app);

        await reported.PutAsync("/behandelaar", new { behandelaar = name });

        var assigned = (await reported.GetAsync("/gebeurtenissen")).GetProperty("gebeurtenissen").EnumerateArray()
            .Single(e => e.Text("soort") == "caseAssigned");
        Assert.Equal(AppFixture.IdOf(name), assigned.GetProperty("gegevens").Text("toId"));
    }

    [Fact]
    public async Task PutHandler_TakenFromAColleague_NeedsNoReason()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.PutAsync("/behandelaar", new { behandelaar = TestCase.Second }, TestCase.Second);

        Assert.Equal(200, (await reported.PutAsync("/behandelaar", new { behandelaar = TestCase.Author })).Status);
        Assert.Equal(400, (await reported.PutAsync("/behandelaar", new { behandelaar = TestCase.Second })).Status);
    }

    [Fact]
    public async Task PostCaseHandler_ToAKnownColleague_IsToldByNameAndAnybodyElseIsRefused()
    {
        await SignInAsync();
        var reported = await TestCase.ReportAsync(app);
        var page = $"/werkbank/zaken/{reported.Number}/melding";
        using var client = app.AsAnalyst();

        async Task<HttpResponseMessage> GiveAsync(string to) => await PageForms.PostForAnswerAsync(client, page,
            $"/werkbank/zaken/{reported.Number}/behandelaar", [new("actie", "overdragen"), new("behandelaar", to)]);
        using var refused = await GiveAsync(name);
        using var given = await GiveAsync(AppFixture.IdOf(name));
        var told = await client.GetStringAsync(new Uri(given.Headers.Location!.ToString(), UriKind.Relative));

        Assert.Equal(400, (int)refused.StatusCode);
        Assert.Contains("Kies een collega.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(303, (int)given.StatusCode);
        Assert.Contains($"Deze zaak is nu van {name}.", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetCasePage_HandlerWhomNobodyKnows_IsMarkedUntilTheySignIn()
    {
        const string Mark = "kennen we niet";
        var reported = await TestCase.ReportAsync(app);
        await reported.PutAsync("/behandelaar", new { behandelaar = name });
        using var client = app.AsAnalyst();
        var page = new Uri($"/werkbank/zaken/{reported.Number}", UriKind.Relative);

        var before = await client.GetStringAsync(page);
        await SignInAsync();
        var after = await client.GetStringAsync(page);

        Assert.Contains(Mark, before, StringComparison.Ordinal);
        Assert.DoesNotContain(Mark, after, StringComparison.Ordinal);
    }

    private async Task SignInAsync()
    {
        using var client = app.AsAnalyst(name);
        await client.GetStringAsync(new Uri("/v1/zaken?behandelaar=niemand", UriKind.Relative));
    }
}
