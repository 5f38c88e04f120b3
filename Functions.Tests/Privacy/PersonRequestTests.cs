using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Privacy;
using RegelLoket.Storage;
using RegelLoket.Tests.Intake;
using RegelLoket.Tests.Library;
using RegelLoket.Tests.Workbench;

namespace RegelLoket.Tests.Privacy;

/// <summary>One person's request: on the coordinators' pages, on the person's own page, and with the API.</summary>
[Collection(AppCollection.Name)]
public sealed class PersonRequestTests(AppFixture app)
{
    private const string Form = "/werkbank/privacy/verzoeken";
    private static int made;

    [Fact]
    public async Task Pages_ToEraseAll_LookFirstThenEraseAndLeaveACertificateWithoutThePerson()
    {
        var email = NewEmail();
        var journey = await ReportedAsync(email);
        using var coordinator = app.AsCoordinator();

        var (status, preview) = await PageForms.PostAsync(coordinator, Form, Form, Fields(email.ToUpperInvariant(), "allesWissen"));

        Assert.Equal(200, status);
        Assert.Contains(journey.Number, preview, StringComparison.Ordinal);
        Assert.Contains("Er loopt nog een zaak", preview, StringComparison.Ordinal);
        Assert.NotNull((await FileAsync(journey)).Private.Reporter);

        var id = IdIn(preview);
        var certificate = await ExecuteAsync(coordinator, email, "allesWissen", id);
        await ExecuteAsync(coordinator, email, "allesWissen", id);

        Assert.Contains("Verklaring van vernietiging", certificate, StringComparison.Ordinal);
        Assert.Contains(journey.Number, certificate, StringComparison.Ordinal);
        Assert.Contains("Co Coördinator. Teruggebeld", certificate, StringComparison.Ordinal);
        Assert.DoesNotContain(email, certificate, StringComparison.OrdinalIgnoreCase);
        var file = await FileAsync(journey);
        Assert.Null(file.Private.Reporter);
        Assert.Empty(file.Private.Texts);
        var erased = Assert.Single(file.Events, e => e.What is DataErased);
        Assert.Equal((ActorRole.Coordinator, "Co Coördinator"), (erased.By.Role, erased.By.Name));
        Assert.Equal(CasePerson.Reporter, ((DataErased)erased.What).Of);
        Assert.True((await app.Services.GetRequiredService<CaseVerifier>().VerifyAsync(file.Number, default)).Holds);
        var stored = await app.Storage.Blobs.GetBlobContainerClient(PersonRequestStore.Container).GetBlobClient(id).DownloadContentAsync();
        Assert.DoesNotContain(email, stored.Value.Content.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Pages_ToSee_ShowEverythingOfThatPersonAndRecordWhoSawIt()
    {
        var email = NewEmail();
        var journey = await ReportedAsync(email);
        using var coordinator = app.AsCoordinator();
        var (_, preview) = await PageForms.PostAsync(coordinator, Form, Form, Fields(email, "inzage"));

        var (status, export) = await PageForms.PostAsync(coordinator, Form, $"{Form}/uitvoeringen", Fields(email, "inzage", IdIn(preview)));
        var (_, file) = await PageForms.PostRawAsync(coordinator, Form, $"{Form}/uitvoeringen", Fields(email, "inzage", IdIn(preview))
            .Append(new("vorm", "bestand")));

        Assert.Equal(200, status);
        foreach (var expected in new[] { journey.Number, "Mel Melder", "We willen zij-instromers opleiden", "Verklaring",
            "Bbl'er raakt WW kwijt" })
        {
            Assert.Contains(expected, expected == "Verklaring" ? await PageOfAsync(coordinator, $"{Form}/{IdIn(preview)}")
                : export, StringComparison.Ordinal);
        }

        var held = JsonSerializer.Deserialize<JsonElement>(file).GetProperty("zaken").EnumerateArray().Single();
        Assert.Equal(("Mel Melder", "melder"), (held.GetProperty("melder").Text("naam"), held.Text("rol")));
        Assert.NotNull((await FileAsync(journey)).Private.Reporter);
        var seen = await journey.SendAsync(HttpMethod.Get, $"/v1/zaken/{journey.Number}/inzagen", null, 200, "Ans Analist");
        Assert.Contains("verzoek van een persoon", seen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_WithWrongInput_NameEveryFieldAndDoNothing()
    {
        using var coordinator = app.AsCoordinator();

        var (status, empty) = await PageForms.PostAsync(coordinator, Form, Form, []);
        var (again, wrong) = await PageForms.PostAsync(
            coordinator, Form, $"{Form}/uitvoeringen",
            [new("email", "een@example.org, twee@example.org"), new("soort", "verkopen"), new("controle", "gegokt"),
            new("verzoek", "../x")]);

        Assert.Equal((400, 400), (status, again));
        foreach (var page in new[] { empty, wrong })
        {
            Assert.Contains("<title>Fout: ", page, StringComparison.Ordinal);
            Assert.All(new[] { "email", "soort", "controle", "identiteitGecontroleerd" }, field =>
                Assert.Contains($"href=\"#{field}\"", page, StringComparison.Ordinal));
        }

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(coordinator, $"{Form}/{Guid.NewGuid():N}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(coordinator, $"{Form}/geen-nummer"));
        using var analyst = app.AsAnalyst();
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(analyst, Form));
    }

    [Fact]
    public async Task Finish_OfARequestThatWasCutOff_ErasesWhatWasStillToGo()
    {
        var journey = await ReportedAsync(NewEmail());
        var request = new HandledPersonRequest
        {
            Id = Guid.CreateVersion7().ToString("N"),
            Kind = PersonRequestKind.EraseReporter,
            By = "Co Coördinator",
            StartedAt = TimeProvider.System.GetUtcNow(),
            Lines = [new() { Number = CaseNumber.Parse(journey.Number), Person = CasePerson.Reporter, Contact = true, Texts = 0,
                IsOpen = true }],
        };
        Assert.True(await app.Services.GetRequiredService<PersonRequestStore>().TryCreateAsync(request, default));
        using var coordinator = app.AsCoordinator();
        Assert.Contains("nog niet af", await PageOfAsync(coordinator, $"{Form}/{request.Id}"), StringComparison.Ordinal);

        var (status, _) = await PageForms.PostAsync(coordinator, $"{Form}/{request.Id}", $"{Form}/{request.Id}/afronding", []);

        Assert.Equal(303, status);
        Assert.DoesNotContain("nog niet af", await PageOfAsync(coordinator, $"{Form}/{request.Id}"), StringComparison.Ordinal);
        var file = await FileAsync(journey);
        Assert.Null(file.Private.Reporter);
        Assert.Equal("Bbl'er raakt WW kwijt", file.Title);
    }

    [Fact]
    public async Task Request_OfAFollower_TakesOnlyWhatTheFollowerTold()
    {
        var (journey, email, code) = await FollowedAsync();

        var look = await RequestAsync(new { email, soort = "allesWissen", identiteitGecontroleerd = true, proef = true });
        var line = look.GetProperty("zaken").EnumerateArray().Single();
        Assert.Equal(("volger", 2), (line.GetProperty("persoon").Text("rol"), line.GetProperty("persoon").GetProperty("plaats")
            .GetInt32()));
        var own = await journey.SendAsync(HttpMethod.Get, $"/v1/meldingen/{journey.Number}-2/gegevens", null, 200, null,
            ("Volgcode", code));
        Assert.Contains("Onze kandidaten haken af.", own.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("zij-instromers opleiden", own.ToString(), StringComparison.Ordinal);
        await journey.SendAsync(HttpMethod.Get, $"/v1/meldingen/{journey.Number}-2/gegevens", null, 404, null, ("Volgcode", journey.Code));

        var done = await RequestAsync(new { email, soort = "allesWissen", identiteitGecontroleerd = true });

        Assert.Equal(journey.Number, done.GetProperty("gewist").EnumerateArray().Single().GetString());
        var file = await FileAsync(journey);
        Assert.Equal("Mel Melder", file.Private.Reporter?.Name);
        Assert.Equal("Bbl'er raakt WW kwijt", file.Title);
        Assert.Empty(file.Private.Followers);
        Assert.DoesNotContain(file.Private.Texts.Values.SelectMany(t => t.Values), text =>
            text.Text.Contains("kandidaten haken af", StringComparison.Ordinal));
        Assert.Null(file.State.ReporterErasedAt);

        // Asked again there is nothing left; and the other way round the reporter leaves a follower in peace.
        Assert.Empty((await RequestAsync(new { email, soort = "inzage", identiteitGecontroleerd = true })).GetProperty("zaken")
            .EnumerateArray());
    }

    [Fact]
    public async Task Request_OfTheReporter_LeavesTheFollowersWords()
    {
        var (journey, email, _) = await FollowedAsync();

        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/wissingen", new { }, 200, null,
            ("Volgcode", journey.Code));

        var file = await FileAsync(journey);
        Assert.Null(file.Private.Reporter);
        Assert.Equal(email, file.Private.Followers.Values.Single().Email?.Value);
        Assert.Equal("Onze kandidaten haken af.", Assert.Single(file.Private.Texts).Value[TextNames.Consequences].Text);
    }

    [Fact]
    public async Task Certificates_InTheApi_AreForCoordinatorsAlone()
    {
        await RequestAsync(new { email = NewEmail(), soort = "melderWissen", identiteitGecontroleerd = true, controle = "in-persoon" });
        using var coordinator = app.AsCoordinator();

        var list = await coordinator.GetFromJsonAsync<JsonElement>("/v1/persoonsverzoeken");

        var newest = list.GetProperty("verklaringen").EnumerateArray()
            .First(r => r.TryGetProperty("controle", out var way) && way.GetString() == "in-persoon");
        Assert.Empty(newest.GetProperty("zaken").EnumerateArray());
        Assert.Equal(newest.ToString(), (await coordinator.GetFromJsonAsync<JsonElement>($"/v1/persoonsverzoeken/{newest.Text("id")}"))
            .ToString());
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(coordinator, "/v1/persoonsverzoeken/onzin"));
        using var analyst = app.AsAnalyst();
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(analyst, "/v1/persoonsverzoeken"));
    }

    [Fact]
    public async Task OwnPage_ShowsTakesAlongAndErases()
    {
        var journey = await ReportedAsync(NewEmail());
        using var visit = new PageVisit(app.Address);
        Assert.Contains("Bekijk of wis je gegevens", await visit.FollowAsync(journey.Number, journey.Code), StringComparison.Ordinal);
        Assert.Contains("Mel Melder", await visit.ReadAsync("/volgen/gegevens"), StringComparison.Ordinal);
        var taken = JsonSerializer.Deserialize<JsonElement>(await visit.SendAsync("/volgen/gegevens", "/volgen/gegevens/bestand"));
        Assert.Equal(journey.Number, taken.Text("zaaknummer"));

        Assert.Contains("<title>Fout: ", await visit.SendAsync("/volgen/gegevens", "/volgen/gegevens/wissing", ("wat", "contact")),
            StringComparison.Ordinal);
        Assert.NotNull((await FileAsync(journey)).Private.Reporter);
        var contact = await visit.SendAsync("/volgen/gegevens", "/volgen/gegevens/wissing", ("wat", "contact"), ("zeker", "ja"));

        Assert.Contains("Het is gewist", contact, StringComparison.Ordinal);
        Assert.DoesNotContain("Mel Melder", contact, StringComparison.Ordinal);
        Assert.Contains("zij-instromers opleiden", contact, StringComparison.Ordinal);
        Assert.DoesNotContain("zij-instromers opleiden",
            await visit.SendAsync("/volgen/gegevens", "/volgen/gegevens/wissing", ("wat", "alles"), ("zeker", "ja")),
            StringComparison.Ordinal);
        Assert.Equal("[gewist]", (await FileAsync(journey)).Title);
    }

    private static string NewEmail() => $"verzoek-{Interlocked.Increment(ref made)}@example.org";

    private static List<KeyValuePair<string, string>> Fields(string email, string kind, string? id = null) =>
    [
        new("email", email), new("soort", kind), new("controle", "teruggebeld"), new("identiteitGecontroleerd", "ja"), .. id is null
            ? Array.Empty<KeyValuePair<string, string>>() : [new("verzoek", id)],
    ];

    private static string IdIn(string preview)
    {
        const string Field = "name=\"verzoek\" value=\"";
        return preview.Substring(preview.IndexOf(Field, StringComparison.Ordinal) + Field.Length, 32);
    }

    private static async Task<string> ExecuteAsync(HttpClient coordinator, string email, string kind, string id)
    {
        var (status, _) = await PageForms.PostAsync(coordinator, Form, $"{Form}/uitvoeringen", Fields(email, kind, id));
        Assert.Equal(303, status);
        return await PageOfAsync(coordinator, $"{Form}/{id}");
    }

    private static async Task<string> PageOfAsync(HttpClient client, string path) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(path, UriKind.Relative)));

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }

    private async Task<Journey> ReportedAsync(string email)
    {
        var journey = new Journey(name => name is null ? app.NewClient() : app.AsAnalyst(name));
        await journey.ReportAsync(email: email);
        return journey;
    }

    /// <summary>A shared case that an organisation joined, with its verified address.</summary>
    private async Task<(Journey Journey, string Email, string Code)> FollowedAsync()
    {
        var (journey, email) = (await PublicationTests.DecidedAsync(app), NewEmail());
        await PublicationTests.PublishAsync(journey);
        var joined = await journey.SendAsync(
            HttpMethod.Post, $"/v1/vergelijkbare-casussen/{journey.Number.ToLowerInvariant()}/aansluitingen",
            new { mensen = 3, gevolgen = "Onze kandidaten haken af." }, 201, null,
            ("Idempotency-Key", Guid.NewGuid().ToString()));
        var code = joined.Text("volgcode")!;
        using var visit = new PageVisit(app.Address);
        await visit.FollowAsync(joined.Text("volgnummer")!, code);
        await AddressTests.ConfirmAsync(app, visit, email);
        return (journey, email, code);
    }

    private async Task<JsonElement> RequestAsync(object body)
    {
        using var coordinator = app.AsCoordinator();
        using var answer = await coordinator.PostAsJsonAsync("/v1/persoonsverzoeken", body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<CaseFile> FileAsync(Journey journey) =>
        (await app.Services.GetRequiredService<CaseStore>().FindAsync(CaseNumber.Parse(journey.Number), default))!;
}
