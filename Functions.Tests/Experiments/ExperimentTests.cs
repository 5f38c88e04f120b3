using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Library.Experiments;
using RegelLoket.Storage;
using RegelLoket.Tests.Library;

namespace RegelLoket.Tests.Experiments;

/// <summary>Action learning on a case that left room, over HTTP: from the first round to the library and out of it.</summary>
[Collection(AppCollection.Name)]
public sealed class ExperimentTests(AppFixture app)
{
    private const string Secret = "Zorggroep Geheim";

    [Fact]
    public async Task Start_CaseWithoutAnOutcome_IsRefused()
    {
        var journey = new Journey(name => name is null ? app.NewClient() : app.AsAnalyst(name));
        await journey.ReportAsync();

        await journey.AsAnalyst(HttpMethod.Post, "experimenten", Begin(), 409);
    }

    [Fact]
    public async Task Start_WithoutAnything_NamesEveryField()
    {
        var journey = await PublicationTests.DecidedAsync(app);

        var answer = await journey.AsAnalyst(HttpMethod.Post, "experimenten", new { themas = Array.Empty<string>() }, 400);

        Assert.Equal(["organisatie", "vraagstuk", "themas"], answer.GetProperty("fouten").EnumerateArray()
            .Select(f => f.GetProperty("veld").GetString()));
    }

    [Fact]
    public async Task Start_Twice_HappensOnce()
    {
        var journey = await PublicationTests.DecidedAsync(app);

        await journey.AsAnalyst(HttpMethod.Post, "experimenten", Begin(), 201);
        await journey.AsAnalyst(HttpMethod.Post, "experimenten", Begin(), 201);

        Assert.Single((await journey.AsAnalyst(HttpMethod.Get, "experimenten", new { })).GetProperty("experimenten").EnumerateArray());
    }

    [Fact]
    public async Task Note_OutOfOrder_SaysWhichStepComes()
    {
        var journey = await StartedAsync(app);

        var answer = await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/stappen", new { fase = "evalueren", notitie = "Te vroeg." },
            400);

        Assert.Contains("verkennen", answer.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 101, "uitstroom")]
    [InlineData(0, -1, "uitstroom")]
    [InlineData(0, 12.345, "uitstroom")]
    [InlineData(1, 12, "ronde")]
    public async Task Measure_ImpossibleFigure_IsRefusedAtTheField(int round, double outflow, string field)
    {
        var journey = await StartedAsync(app);

        var answer = await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/metingen", new { ronde = round, uitstroom = outflow }, 400);

        Assert.Equal(field, answer.GetProperty("fouten")[0].GetProperty("veld").GetString());
    }

    [Fact]
    public async Task Share_FailedExperimentAfterTwoRounds_IsPublicUntilItIsWithdrawn()
    {
        var journey = await StartedAsync(app);
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/metingen", new { ronde = 0, uitstroom = 14.5, verzuim = 7 });
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/teksten", Text(), 409);
        foreach (var phase in new[] { "verkennen", "plannen", "uitvoeren", "evalueren", "plannen", "uitvoeren", "evalueren" })
        {
            await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/stappen",
                new { fase = phase, notitie = $"Notitie over {phase} bij {Secret}." });
        }

        var measured = await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/metingen", new { ronde = 2, uitstroom = 15.0 });
        Assert.Equal(2, measured.GetProperty("ronde").GetInt32());
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/afsluitingen",
            new { resultaat = "werkt-niet", lessen = "De buddy had geen tijd." });
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/stappen", new { fase = "plannen", notitie = "Te laat." }, 409);
        var named = await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/teksten", Text($"Bij {Secret} probeerden ze het uit."), 400);
        Assert.Equal("watGedaan", named.GetProperty("fouten")[0].GetProperty("veld").GetString());
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/teksten", Text());
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/delingen", new { versie = 1 }, 409);

        await ShareAsync(journey, 1);

        var id = $"{journey.Number.ToLowerInvariant()}-experiment-1";
        var item = JsonSerializer.Deserialize<JsonElement>(await GetAsync($"/v1/experimenten/{id}"));
        Assert.Equal(("werkt-niet", 2), (item.GetProperty("resultaat").GetString(), item.GetProperty("rondes").GetInt32()));
        Assert.Equal("BWBR0004045", item.GetProperty("regels")[0].GetProperty("bwbId").GetString());
        var outflow = item.GetProperty("metingen")[0];
        Assert.Equal((14.5m, 15m), (outflow.GetProperty("vooraf").GetDecimal(), outflow.GetProperty("achteraf").GetDecimal()));
        Assert.False(item.GetProperty("metingen")[1].TryGetProperty("achteraf", out _));
        foreach (var path in new[] { $"/bibliotheek/{id}", "/bibliotheek?soort=experiment", "/v1/experimenten?regel=BWBR0004045",
            "/v1/experimenten?formaat=csv", "/bibliotheek/feed.atom?soort=experiment" })
        {
            var shown = await GetAsync(path);
            Assert.Contains(id, shown, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, shown, StringComparison.Ordinal);
        }

        var shared = (await app.Services.GetRequiredService<CaseStore>().FindAsync(CaseNumber.Parse(journey.Number), default))!;
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/intrekkingen", new { reden = "De organisatie vroeg erom." });

        // What the sharing has to write comes only now: it does not bring the text back.
        await app.Services.GetRequiredService<PublishedExperiments>().ShowAsync(shared, default);

        using var gone = await app.Http.GetAsync(new Uri($"/bibliotheek/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        using var goneData = await app.Http.GetAsync(new Uri($"/v1/experimenten/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Gone, goneData.StatusCode);
        Assert.DoesNotContain(
            id, PublicationTests.WithoutWithdrawals(await GetAsync("/bibliotheek/feed.atom")), StringComparison.Ordinal);

        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/teksten", Text("Nieuwe collega's kregen een vast aanspreekpunt."));
        await ShareAsync(journey, 2);
        Assert.Contains("vast aanspreekpunt", await GetAsync($"/bibliotheek/{id}"), StringComparison.Ordinal);

        // Taken out while a newer text waits: that one can still be shared.
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/teksten", Text("Nieuwe collega's kregen een vaste plek."));
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/intrekkingen", new { reden = "Dit klopte niet." });
        using var again = await app.Http.GetAsync(new Uri($"/bibliotheek/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        var refused = await journey.SendAsync(HttpMethod.Post, $"/v1/zaken/{journey.Number}/experimenten/1/delingen",
            new { versie = 2 }, 409, "Bea Tweede");
        Assert.Contains("vaste plek", refused.GetProperty("nieuwereTekst").GetProperty("teksten").ToString(), StringComparison.Ordinal);
        Assert.Contains("vast aanspreekpunt", refused.GetProperty("nieuwereTekst").GetProperty("gelezen").ToString(),
            StringComparison.Ordinal);
        await ShareAsync(journey, 3);
        Assert.Contains("vaste plek", await GetAsync($"/bibliotheek/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Share_WhileItRuns_StandsAsRunningUntilATextWithTheResultIsRead()
    {
        var journey = await StartedAsync(app);
        var id = $"{journey.Number.ToLowerInvariant()}-experiment-1";
        async Task<string> StateAsync() =>
            JsonSerializer.Deserialize<JsonElement>(await GetAsync($"/v1/experimenten/{id}")).GetProperty("stand").GetString()!;
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/teksten", Text(), 409);
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/stappen", new { fase = "verkennen", notitie = "Verkend." });
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/teksten", Text());
        await ShareAsync(journey, 1);
        Assert.Equal("loopt", await StateAsync());
        Assert.Contains(id, await GetAsync("/bibliotheek?stand=loopt"), StringComparison.Ordinal);

        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/afsluitingen", new { resultaat = "werkt", lessen = "Het hielp." });
        Assert.Equal("loopt", await StateAsync());
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/teksten", Text());
        await ShareAsync(journey, 2);

        Assert.Equal("lukte", await StateAsync());
    }

    [Fact]
    public async Task Share_FiguresCorrectedAfterTheEnd_ArePublicWithANewVersionOfTheSameText()
    {
        var journey = await StartedAsync(app);
        var id = $"{journey.Number.ToLowerInvariant()}-experiment-1";
        async Task<decimal> OutflowAsync() => JsonSerializer.Deserialize<JsonElement>(await GetAsync($"/v1/experimenten/{id}"))
            .GetProperty("metingen")[0].GetProperty("achteraf").GetDecimal();
        foreach (var phase in new[] { "verkennen", "plannen", "uitvoeren", "evalueren", "plannen" })
        {
            await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/stappen", new { fase = phase, notitie = phase });
        }

        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/metingen", new { ronde = 1, uitstroom = 15 });
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/afsluitingen", new { resultaat = "werkt", lessen = "Het hielp." });
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/teksten", Text());
        await ShareAsync(journey, 1);
        Assert.Contains("Na ronde 1", await GetAsync($"/bibliotheek/{id}"), StringComparison.Ordinal);

        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/metingen", new { ronde = 1, uitstroom = 12 });
        Assert.Equal(15, await OutflowAsync());
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/teksten", Text());
        await ShareAsync(journey, 2);

        Assert.Equal(12, await OutflowAsync());
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/teksten", Text());
        Assert.Equal(2, (await journey.AsAnalyst(HttpMethod.Get, "experimenten/1", new { })).GetProperty("versie").GetInt32());
    }

    internal static async Task<Journey> StartedAsync(AppFixture app)
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await journey.AsAnalyst(HttpMethod.Post, "experimenten", Begin(), 201);
        return journey;
    }

    private static object Begin() => new { organisatie = Secret, vraagstuk = "Blijven nieuwe collega's langer als ze een buddy hebben?" };

    internal static object Text(string done = "Nieuwe collega's kregen acht weken een buddy.") => new
    {
        titel = "Een buddy in de eerste weken",
        vraagstuk = "Blijven nieuwe collega's langer als ze een buddy hebben?",
        watGedaan = done,
        lessen = "Geef de buddy tijd in het rooster. Zonder die tijd merkten nieuwe collega's er niets van.",
    };

    internal static Task<JsonElement> ShareAsync(Journey journey, int version) =>
        journey.SendAsync(HttpMethod.Post, $"/v1/zaken/{journey.Number}/experimenten/1/delingen", new { versie = version }, 200,
            "Bea Tweede");

    private Task<string> GetAsync(string path) => app.Http.GetStringAsync(new Uri(path, UriKind.Relative));
}
