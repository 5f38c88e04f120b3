using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.Tests.Workbench;

namespace RegelLoket.Tests.ContextAnalysis;

/// <summary>The catalogue while coordinators change it, on real storage.</summary>
[Collection(AppCollection.Name)]
public sealed class CatalogueServiceTests(AppFixture app)
{
    [Fact]
    public async Task PostVersion_NewRule_IsUsedByTheSuggestionWithoutARestart()
    {
        var word = NewWord();
        var before = await SuggestAsync(word);

        var (status, rule) = await PostAsync($"/v1/regels/{word}/versies", TestRule.Of(word));
        var after = await SuggestAsync(word);

        Assert.Equal(200, status);
        Assert.DoesNotContain(word, before.ToString(), StringComparison.Ordinal);
        Assert.Equal(word, after.GetProperty("regels")[0].Text("id"));
        Assert.Equal("ocw", after.GetProperty("ministeries")[0].Text("ministerie"));
        Assert.NotEqual(before.Text("versie"), after.Text("versie"));
        Assert.Equal("Co Coördinator", rule.GetProperty("wijzigingen")[0].Text("door"));
        Assert.False(rule.GetProperty("wijzigingen")[0].TryGetProperty("was", out _));
    }

    [Fact]
    public async Task PostVersion_ChangedRule_KeepsWhoWhyBeforeAndAfter()
    {
        var id = NewWord();
        var first = (await PostAsync($"/v1/regels/{id}/versies", TestRule.Of(id))).Body.GetProperty("versie").GetInt32();

        var (status, changed) = await PostAsync(
            $"/v1/regels/{id}/versies", TestRule.Of(id, first, subject: "Een beter onderwerp", reason: "Duidelijker."));

        var newest = changed.GetProperty("wijzigingen")[0];
        Assert.Equal(200, status);
        Assert.True(changed.GetProperty("versie").GetInt32() > first);
        Assert.Equal(("Duidelijker.", $"Onderwerp {id}", "Een beter onderwerp"),
            (newest.Text("reden"), newest.GetProperty("was").Text("onderwerp"), newest.GetProperty("werd").Text("onderwerp")));
        Assert.Equal(2, changed.GetProperty("wijzigingen").GetArrayLength());
    }

    [Fact]
    public async Task PostVersion_OnAnOldVersionOrATakenId_IsAConflict()
    {
        var id = NewWord();
        var first = (await PostAsync($"/v1/regels/{id}/versies", TestRule.Of(id))).Body.GetProperty("versie").GetInt32();
        await PostAsync($"/v1/regels/{id}/versies", TestRule.Of(id, first, subject: "Een ander onderwerp"));

        Assert.Equal(409, (await PostAsync($"/v1/regels/{id}/versies", TestRule.Of(id, first, subject: "Te laat"))).Status);
        Assert.Equal(409, (await PostAsync($"/v1/regels/{id}/versies", TestRule.Of(id))).Status);
        Assert.Equal(404, (await PostAsync($"/v1/regels/{NewWord()}/versies", TestRule.Of(id, 3))).Status);
    }

    [Fact]
    public async Task PostVersion_TheSameAgain_AddsNothing()
    {
        var id = NewWord();
        var first = (await PostAsync($"/v1/regels/{id}/versies", TestRule.Of(id))).Body.GetProperty("versie").GetInt32();

        var (status, again) = await PostAsync($"/v1/regels/{id}/versies", TestRule.Of(id, first));

        Assert.Equal(200, status);
        Assert.Equal(first, again.GetProperty("versie").GetInt32());
    }

    [Fact]
    public async Task PostVersion_WhollyWrong_NamesEveryFieldAtOnce()
    {
        var (status, problem) = await PostAsync("/v1/regels/Geen-Id/versies", new
        {
            ministeries = new[] { "fin" },
            uitvoerders = new[] { "bestaat-niet" },
            bron = "onzin",
            gebruikelijkeUitkomst = "ooit",
            themas = new[] { "geen" },
            gecontroleerdOp = "gisteren",
            bwbId = "123",
        });

        Assert.Equal(400, status);
        Assert.Equal(
            ["bron", "bwbId", "citeertitel", "gebruikelijkeUitkomst", "gecontroleerdOp", "id", "kernwoorden", "ministeries", "onderwerp",
                "reden", "themas", "uitvoerders", "valkuil"],
            problem.WrongFields().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task PostVersion_CheckedInTheFuture_IsRefused()
    {
        var id = NewWord();
        var rule = JsonSerializer.SerializeToNode(TestRule.Of(id))!;
        rule["gecontroleerdOp"] = "2999-01-01";

        Assert.Equal(["gecontroleerdOp"], (await PostAsync($"/v1/regels/{id}/versies", rule)).Body.WrongFields());
    }

    [Fact]
    public async Task PostCheck_OfAnOutdatedRule_IsTodayAndLogged()
    {
        var id = NewWord();
        await PostAsync($"/v1/regels/{id}/versies", TestRule.Of(id));
        var before = await GetAsync($"/v1/regels/{id}");

        var (status, after) = await PostAsync($"/v1/regels/{id}/controles", new { });
        var again = (await PostAsync($"/v1/regels/{id}/controles", new { })).Body;

        Assert.Equal(200, status);
        Assert.True(before.GetProperty("mogelijkVerouderd").GetBoolean());
        Assert.False(after.GetProperty("mogelijkVerouderd").GetBoolean());
        Assert.Equal(after.GetProperty("versie").GetInt32(), again.GetProperty("versie").GetInt32());
        Assert.Equal(404, (await PostAsync($"/v1/regels/{NewWord()}/controles", new { })).Status);
    }

    [Fact]
    public async Task PostBodyVersion_ThatEnds_CanNoLongerBeNamedInARule()
    {
        var (id, body) = (NewWord(), NewWord());
        Assert.Equal(200, (await PostAsync($"/v1/uitvoerders/{body}/versies",
            new { naam = "Proefdienst", geldigVanaf = "2010-01-01", reden = "Nieuw." })).Status);
        var rule = JsonSerializer.SerializeToNode(TestRule.Of(id))!;
        rule["uitvoerders"] = new JsonArray(body);
        Assert.Equal(200, (await PostAsync($"/v1/regels/{id}/versies", rule)).Status);

        Assert.Equal(200, (await PostAsync($"/v1/uitvoerders/{body}/versies",
            new { naam = "Proefdienst", geldigVanaf = "2010-01-01", geldigTot = "2020-12-31", reden = "Opgeheven." })).Status);

        rule["versie"] = (await GetAsync($"/v1/regels/{id}")).GetProperty("versie").GetInt32();
        rule["onderwerp"] = "Anders";
        Assert.Equal(["uitvoerders"], (await PostAsync($"/v1/regels/{id}/versies", rule)).Body.WrongFields());
        Assert.Equal(
            ["geldigTot", "reden"],
            (await PostAsync($"/v1/uitvoerders/{body}/versies",
                new { naam = "Proefdienst", geldigVanaf = "2010-01-01", geldigTot = "2009-01-01" })).Body.WrongFields()
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task PostMinistryName_BeforeTheCurrentOne_IsRefused()
    {
        var (status, problem) = await PostAsync("/v1/ministeries/szw/versies",
            new { naam = "Ministerie van Werk", afkorting = "W", geldigVanaf = "1900-01-01", reden = "Proef." });

        Assert.Equal(400, status);
        Assert.Equal(["geldigVanaf"], problem.WrongFields());
        Assert.Equal(404, (await PostAsync("/v1/ministeries/fin/versies",
            new { naam = "Financiën", afkorting = "FIN", geldigVanaf = "2027-01-01", reden = "Proef." })).Status);
    }

    [Fact]
    public async Task CurrentAsync_OfAnotherInstance_SeesTheChangeAndTheNextNumberIsTakenOnce()
    {
        var id = NewWord();
        var (blobs, clock) = (app.Services.GetRequiredService<Azure.Storage.Blobs.BlobServiceClient>(), TimeProvider.System);
        using var other = new CatalogueBook(blobs, clock, NullLogger<CatalogueBook>.Instance);
        var seen = await other.CurrentAsync(CancellationToken.None);
        await PostAsync($"/v1/regels/{id}/versies", TestRule.Of(id));

        // The other instance still holds the edition before: its desk writes over nothing and takes the next place.
        var result = await new CatalogueService(other)
            .MarkCheckedAsync(new CommandContext(new Actor(ActorRole.Coordinator, "Cor"), clock.GetUtcNow()), "ww-scholing",
            CancellationToken.None);
        var edition = Assert.IsType<CatalogueResult.Done>(result).Edition;

        Assert.Null(seen.Catalogue.Find(id));
        Assert.NotNull(edition.Catalogue.Find(id));
        Assert.Equal(edition.Changes.Select((_, i) => i + 1), edition.Changes.Select(change => change.Number));
        Assert.Contains(edition.Changes, change => change is { By: "Cor", Rule.After.Id: "ww-scholing" });
    }

    [Fact]
    public async Task Pages_AsCoordinator_AddChangeAndShowWhatChanged()
    {
        var id = NewWord();
        using var client = app.AsCoordinator();
        var fields = new Dictionary<string, string>
        {
            ["id"] = id,
            ["onderwerp"] = "<b>Onderwerp</b>",
            ["citeertitel"] = "Proefwet",
            ["bwbId"] = "BWBR0000001",
            ["ministeries"] = "ocw",
            ["bron"] = "wet",
            ["gebruikelijkeUitkomst"] = "het-kan-al",
            ["valkuil"] = "Let op.",
            ["themas"] = "gezond-werken",
            ["kernwoorden"] = "een\ntwee\ndrie\nvier\nvijf",
            ["reden"] = "Nieuw.",
        };

        var added = await PageForms.PostAsync(client, "/werkbank/regel-toevoegen", "/werkbank/regel-toevoegen", fields);
        var twice = await PageForms.PostAsync(client, "/werkbank/regel-toevoegen", "/werkbank/regel-toevoegen", fields);
        var empty = await PageForms.PostAsync(client, "/werkbank/regel-toevoegen", "/werkbank/regel-toevoegen", []);
        var page = await client.GetStringAsync(new Uri($"/werkbank/regels/{id}", UriKind.Relative));
        var analyst = await app.AsAnalyst().GetStringAsync(new Uri($"/werkbank/regels/{id}", UriKind.Relative));

        Assert.Equal((303, 409, 400), (added.Status, twice.Status, empty.Status));
        Assert.Contains("&lt;b&gt;Onderwerp&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("Mogelijk verouderd", page, StringComparison.Ordinal);
        Assert.Contains("Vandaag gecontroleerd", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Vandaag gecontroleerd", analyst, StringComparison.Ordinal);
        Assert.Contains("Fout: ", empty.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostCheckPage_AsCoordinator_TakesTheWarningAway()
    {
        var id = NewWord();
        await PostAsync($"/v1/regels/{id}/versies", TestRule.Of(id));
        using var client = app.AsCoordinator();

        var answer = await PageForms.PostAsync(client, $"/werkbank/regels/{id}", $"/werkbank/regels/{id}/controles", []);

        Assert.Equal(303, answer.Status);
        Assert.DoesNotContain("Mogelijk verouderd", await client.GetStringAsync(new Uri($"/werkbank/regels/{id}", UriKind.Relative)),
            StringComparison.Ordinal);
    }

    private static string NewWord() => $"proef{Guid.NewGuid():N}"[..16];

    private async Task<JsonElement> SuggestAsync(string word) => (await SendAsync(
        app.AsAnalyst(), HttpMethod.Post, "/v1/suggesties", new
        {
            titel = $"Geen {word}",
            omschrijving = $"Wij vragen een {word} "
            + $"aan maar krijgen geen {word}.",
            belemmering = $"De {word}regeling zegt van niet."
        })).Body;

    private Task<(int Status, JsonElement Body)> PostAsync(string path, object body) =>
        SendAsync(app.AsCoordinator(), HttpMethod.Post, path, body);

    private async Task<JsonElement> GetAsync(string path) => (await SendAsync(app.AsAnalyst(), HttpMethod.Get, path, null)).Body;

    private static async Task<(int Status, JsonElement Body)> SendAsync(HttpClient client, HttpMethod method, string path, object? body)
    {
        using (client)
        {
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
            using var response = await client.SendAsync(request);
            using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            return ((int)response.StatusCode, document.RootElement.Clone());
        }
    }
}
