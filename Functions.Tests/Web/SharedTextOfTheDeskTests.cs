using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Tests.ContextAnalysis;
using RegelLoket.Tests.Escalation;
using RegelLoket.Tests.Library;
using static RegelLoket.Tests.Web.TwoWriters;

namespace RegelLoket.Tests.Web;

/// <summary>
/// Case 13 beyond the case itself: the text of an experiment, the library, the catalogue and its bodies. On the page both texts come side
/// by side; the API gives the newer one.
/// </summary>
[Collection(AppCollection.Name)]
public sealed class SharedTextOfTheDeskTests(AppFixture app)
{
    private static int made;

    [Fact]
    public async Task Case13_ExperimentText_OnAnOlderVersion_IsShownBesideTheNewerOneAndGivenByTheApi()
    {
        var journey = await EndedExperimentAsync();
        var page = $"/werkbank/zaken/{journey.Number}/experimenten/1";
        await AssertSideBySideAsync(app, "analist", page, $"{page}/teksten",
            text => [("titel", "Een buddy in de eerste weken"), ("vraagstuk", "Blijven nieuwe collega's?"), ("watGedaan", text),
                ("lessen", "Geef de buddy tijd in het rooster.")]);

        var seen = (await app.Services.GetRequiredService<CaseStore>().FindAsync(CaseNumber.Parse(journey.Number), default))!.State.Version;
        await AssertGivenByTheApiAsync(app.AsAnalyst, HttpMethod.Post, $"/v1/zaken/{journey.Number}/experimenten/1/teksten", seen,
            text => new { titel = "Een buddy", vraagstuk = "Blijven nieuwe collega's?", watGedaan = text, lessen = "Geef de buddy tijd." });
    }

    [Theory]
    [InlineData("factsheets", "watMagJe")]
    [InlineData("koplopers", "waaromKoploper")]
    public async Task Case13_LibraryText_OnAnOlderVersion_IsShownBesideTheNewerOneAndGivenByTheApi(string kind, string field)
    {
        var id = $"samen-{kind}-{Interlocked.Increment(ref made)}";
        var address = $"/v1/redactie/{kind}/{id}";
        Dictionary<string, object> Item(string text, int version) => kind == "factsheets" ? new()
        {
            ["versie"] = version,
            ["titel"] = $"Mag dit samen {id}?",
            ["themas"] = new[] { "gezond-werken" },
            ["probleem"] = "Iemand weet niet of het mag.",
            ["watZegtDeRegel"] = "De regel laat het toe.",
            ["uitkomst"] = "het-kan-al",
            [field] = text,
        } : new()
        {
            ["versie"] = version,
            ["titel"] = $"Samen werken {id}",
            ["themas"] = new[] { "gezond-werken" },
            ["maand"] = "2020-12",
            ["inHetKort"] = "Zij-instromers leren op de werkvloer.",
            ["hoeWerktHet"] = "Een begeleider werkt mee.",
            ["watLevertHetOp"] = "Meer collega's blijven.",
            ["partners"] = new[] { "Een roc" },
            [field] = text,
        };

        using var coordinator = app.AsCoordinator();
        using (var created = await coordinator.PutAsJsonAsync(address, Item("Zo was het eerst.", 0)))
        {
            Assert.Equal(HttpStatusCode.OK, created.StatusCode);
        }

        await AssertGivenByTheApiAsync(app.AsCoordinator, HttpMethod.Put, address, null, text => Item(text, 1));
        var page = $"/werkbank/redactie/{id}";
        await AssertSideBySideAsync(app, "coordinator", page, page, text => [.. Item(text, 0).Where(part => part.Key != "versie")
            .Select(part => (part.Key, part.Value as string ?? ((string[])part.Value)[0])), ("nakijkenVoor", "2030-01-01"),
            ("stap", "voorleggen")]);
    }

    [Fact]
    public async Task Case13_LibraryText_TakenOutMeanwhile_TheTypedWordsAreShownToCopy()
    {
        var id = $"samen-ingetrokken-{Interlocked.Increment(ref made)}";
        using var coordinator = app.AsCoordinator();
        using var created = await coordinator.PutAsJsonAsync($"/v1/redactie/koplopers/{id}", new
        {
            versie = 0,
            titel = $"Samen werken {id}",
            themas = new[] { "gezond-werken" },
            maand = "2020-12",
            inHetKort = "Zij-instromers leren op de werkvloer.",
            hoeWerktHet = "Een begeleider werkt mee.",
            watLevertHetOp = "Meer collega's blijven.",
            waaromKoploper = "Anderen namen het over.",
            partners = new[] { "Een roc" },
        });
        using var reader = app.AsAnalyst();
        using var online = await reader.PostAsJsonAsync($"/v1/redactie/items/{id}/goedkeuringen", new { versie = 1 });
        using var visitor = new FormVisitor(app, "coordinator");
        var page = $"/werkbank/redactie/{id}";
        var opened = await visitor.GetAsync(page);
        using var withdrawn = await coordinator.PostAsJsonAsync($"/v1/redactie/items/{id}/intrekkingen", new { reden = "Niet meer waar." });

        using var refused = await visitor.SubmitPreviewedAsync(opened, page, ("titel", $"Samen werken {id}"), ("waaromKoploper", Mine),
            ("stap", "voorleggen"));

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK],
            [created.StatusCode, online.StatusCode, withdrawn.StatusCode]);
        Assert.Contains(Mine, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case13_RuleOfTheCatalogueByTheApi_OnAnOlderVersion_IsGivenTheNewerOne()
    {
        var id = "samenregel" + string.Concat(Guid.NewGuid().ToString("N").Where(char.IsAsciiLetter));
        using var coordinator = app.AsCoordinator();
        using var created = await coordinator.PostAsJsonAsync($"/v1/regels/{id}/versies", TestRule.Of(id));
        var version = JsonSerializer.Deserialize<JsonElement>(await created.Content.ReadAsStringAsync()).GetProperty("versie").GetInt32();

        await AssertGivenByTheApiAsync(app.AsCoordinator, HttpMethod.Post, $"/v1/regels/{id}/versies", null,
            text => TestRule.Of(id, version, reason: "Duidelijker.", pitfall: text));
    }

    [Fact]
    public async Task Case13_BodyOfTheCatalogue_OnAnOlderVersion_IsShownBesideTheNewerOneAndCanThenBeSaved()
    {
        const string Page = "/werkbank/uitvoerders";
        var id = $"samen-{Interlocked.Increment(ref made)}-uitvoerder";
        await AssertSideBySideAsync(app, "coordinator", Page, "/werkbank/uitvoerders/wijzigingen",
            text => [("soort", "uitvoerder"), ("id", id), ("naam", text), ("reden", "De naam is anders.")]);
    }

    [Fact]
    public async Task Case13_ExplanationOfAContradiction_OnAnOlderVersion_IsShownBesideTheNewerOne()
    {
        var cases = new MinistryCases(app);
        var number = await cases.CreateAsync();
        await cases.EscalateAsync(number, cases.WorkingDays.Add(cases.Today, 10), Ministry.Vws, Ministry.Szw);
        foreach (var (ministry, stance) in new[] { (Ministry.Vws, "kan-al"), (Ministry.Szw, "bewust-zo") })
        {
            using var answered = await cases.ReactAsync(await cases.CodeAsync(number, ministry),
                new { soort = "antwoord", tekst = "Zo zit het.", strekking = stance });
            Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        }

        var page = $"/werkbank/zaken/{number}/ministeries";
        await AssertSideBySideAsync(app, "analist", page, $"{page}/tegenspraak", text => [("toelichting", text)]);
    }

    private async Task<Journey> EndedExperimentAsync()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await journey.AsAnalyst(HttpMethod.Post, "experimenten", new { organisatie = "Zorggroep", vraagstuk = "Blijven zij langer?" }, 201);
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/stappen", new { fase = "verkennen", notitie = "We spraken tien mensen." });
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/afsluitingen",
            new { resultaat = "werkt-niet", lessen = "De buddy had geen tijd." });
        return journey;
    }

    /// <summary>The first caller saves; the second, who read what was there before, gets the newer text and can replace it by its number.
    /// </summary>
    private static async Task AssertGivenByTheApiAsync(
        Func<string, HttpClient> sign, HttpMethod method, string address, int? seen, Func<string, object> body)
    {
        using var first = await SendAsync("Ans Analist", Theirs);
        using var second = await SendAsync("Bram Beheer", Mine);

        Assert.True(first.IsSuccessStatusCode, await first.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var problem = JsonSerializer.Deserialize<JsonElement>(await second.Content.ReadAsStringAsync());
        var newer = problem.GetProperty("nieuwereTekst");
        Assert.Equal("Ans Analist", newer.GetProperty("door").GetString());
        Assert.True(problem.GetProperty("gelezenVersie").GetInt32() < newer.GetProperty("versie").GetInt32());
        Assert.Contains(Theirs, newer.GetProperty("teksten").EnumerateArray().Select(text => text.GetProperty("tekst").GetString()));

        async Task<HttpResponseMessage> SendAsync(string name, string text)
        {
            using var client = sign(name);
            using var request = new HttpRequestMessage(method, address) { Content = JsonContent.Create(body(text)) };
            if (seen is not null)
            {
                request.Headers.TryAddWithoutValidation("If-Match", $"\"{seen}\"");
            }

            return await client.SendAsync(request);
        }
    }
}
