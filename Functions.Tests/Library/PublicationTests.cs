using System.Net;
using System.Text.Json;

namespace RegelLoket.Tests.Library;

/// <summary>A case on its way to the library and out of it again, over HTTP.</summary>
[Collection(AppCollection.Name)]
public sealed class PublicationTests(AppFixture app)
{
    internal static object Text(string problem = "Een team wist niet of scholing mocht met behoud van WW.", bool region = false) => new
    {
        titel = "Leren met behoud van WW",
        probleem = problem,
        watZegtDeRegel = "UWV kan scholing toestaan als die nodig is voor werk.",
        watMagJe = "Vraag UWV om toestemming voordat de opleiding begint.",
        toonRegio = region,
    };

    [Fact]
    public async Task Draft_WithPersonalData_IsRefusedAtTheField()
    {
        var journey = await DecidedAsync();

        var answer = await journey.AsAnalyst(HttpMethod.Post, "publicaties", Text("Bel jan.jansen@example.org voor meer uitleg hierover."), 400);

        Assert.Equal("probleem", answer.GetProperty("fouten")[0].GetProperty("veld").GetString());
    }

    [Fact]
    public async Task Draft_WithASentenceOfTheReporter_IsRefused()
    {
        var journey = await DecidedAsync();

        await journey.AsAnalyst(HttpMethod.Post, "publicaties", Text("We willen zij-instromers opleiden tot verzorgende."), 400);
    }

    [Fact]
    public async Task Approve_ByTheAuthor_IsRefused()
    {
        var journey = await DecidedAsync();
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", Text(), 201);

        await journey.AsAnalyst(HttpMethod.Post, "publicaties/1/goedkeuringen", new { }, 409);
    }

    [Fact]
    public async Task Publish_BeforeTheReporterCouldObject_IsRefused()
    {
        var journey = await DecidedAsync();
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", Text(), 201);
        await ApproveAsync(journey);

        await journey.AsAnalyst(HttpMethod.Post, "delingen", new { }, 409);
    }

    [Fact]
    public async Task Publish_AfterObjection_NeedsANewVersion()
    {
        var journey = await DecidedAsync();
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", Text(), 201);
        await ApproveAsync(journey);
        await ReplyAsync(journey, new { akkoord = false, toelichting = "Dit herkent men." });

        await journey.AsAnalyst(HttpMethod.Post, "delingen", new { }, 409);
        var second = await journey.AsAnalyst(HttpMethod.Post, "publicaties", Text(), 201);
        Assert.Equal(2, second.GetProperty("versie").GetInt32());
    }

    [Fact]
    public async Task Publish_ApprovedAndAgreed_IsPublicUntilItIsWithdrawn()
    {
        var journey = await DecidedAsync();
        await PublishAsync(journey);
        var id = journey.Number.ToLowerInvariant();

        var line = await app.Http.GetStringAsync(new Uri($"/zaken/{journey.Number}", UriKind.Relative));
        Assert.Contains("Melding", line, StringComparison.Ordinal);
        Assert.Contains("Gedeeld", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Mel Melder", line, StringComparison.Ordinal);
        Assert.Contains(id, await app.Http.GetStringAsync(new Uri("/bibliotheek/feed.atom", UriKind.Relative)), StringComparison.Ordinal);

        await journey.AsAnalyst(HttpMethod.Post, "publicatie-intrekkingen", new { reden = "De organisatie vroeg erom." });

        foreach (var path in new[] { $"/bibliotheek/{id}", $"/zaken/{journey.Number}", $"/v1/casussen/{id}" })
        {
            using var gone = await app.Http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        }

        Assert.DoesNotContain(id, await app.Http.GetStringAsync(new Uri("/bibliotheek/feed.atom", UriKind.Relative)), StringComparison.Ordinal);
        Assert.DoesNotContain(journey.Number, await DumpAsync(), StringComparison.Ordinal);
    }

    internal static async Task PublishAsync(Journey journey)
    {
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", Text(), 201);
        await ApproveAsync(journey);
        await ReplyAsync(journey, new { akkoord = true });
        await journey.AsAnalyst(HttpMethod.Post, "delingen", new { });
    }

    /// <summary>A case with an outcome; a marker goes into every field that the reporter writes.</summary>
    internal static async Task<Journey> DecidedAsync(AppFixture app, string? marker = null)
    {
        var journey = new Journey(name => name is null ? app.NewClient() : app.AsAnalyst(name));
        await (marker is null ? journey.ReportAsync() : journey.ReportAsync($"Titel {marker}", $"{marker}@example.org"));
        if (marker is not null)
        {
            await journey.SendAsync(
                HttpMethod.Post, $"/v1/meldingen/{journey.Number}/reacties", new { tekst = $"Aanvulling {marker}" }, 200, null, ("Volgcode", journey.Code));
            await journey.AsAnalyst(HttpMethod.Post, "notities", new { tekst = $"Notitie {marker}" });
        }

        await journey.AnalyseAsync("szw");
        await journey.WriteStatementAsync();
        await journey.ApproveAsync();
        await journey.ConcludeAsync();
        return journey;
    }

    private Task<Journey> DecidedAsync() => DecidedAsync(app);

    private static Task<JsonElement> ApproveAsync(Journey journey, int version = 1) =>
        journey.SendAsync(HttpMethod.Post, $"/v1/zaken/{journey.Number}/publicaties/{version}/goedkeuringen", new { }, 200, "Bea Tweede");

    private static Task<JsonElement> ReplyAsync(Journey journey, object reply) =>
        journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/publicatiereacties", reply, 200, null, ("Volgcode", journey.Code));

    private async Task<string> DumpAsync()
    {
        using var zip = new System.IO.Compression.ZipArchive(await app.Http.GetStreamAsync(new Uri("/v1/catalogus/dump", UriKind.Relative)));
        using var reader = new StreamReader(await zip.GetEntry("casussen.json")!.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
