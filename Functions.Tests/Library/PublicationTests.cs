using System.Net;
using System.Text.Json;
using System.Xml.Linq;

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

        var answer = await journey.AsAnalyst(HttpMethod.Post, "publicaties", Text("Bel jan.jansen@example.org voor meer uitleg "
            + "hierover."), 400);

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
        await ReplyAsync(journey, new { versie = 1, akkoord = false, toelichting = "Dit herkent men." });

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

        await AssertGoneAsync(journey);
    }

    [Fact]
    public async Task Draft_WithTheTitleOfTheReport_IsRefusedAtTheTitle()
    {
        var journey = await DecidedAsync();
        var text = new
        {
            titel = "Bbl'er raakt WW kwijt",
            probleem = "Een team wist het niet.",
            watZegtDeRegel = "Het mag.",
            watMagJe = "Vraag het na."
        };

        var answer = await journey.AsAnalyst(HttpMethod.Post, "publicaties", text, 400);

        Assert.Equal("titel", answer.GetProperty("fouten")[0].GetProperty("veld").GetString());
    }

    [Fact]
    public async Task Draft_WithASentenceOfTheReporterInTheSolution_IsRefusedThere()
    {
        var journey = await DecidedAsync();
        var text = new
        {
            titel = "Leren met WW",
            probleem = "Een team wist het niet.",
            watZegtDeRegel = "Het mag.",
            watMagJe = "De uitkering stopt zodra de opleiding begint."
        };

        var answer = await journey.AsAnalyst(HttpMethod.Post, "publicaties", text, 400);

        Assert.Equal("watMagJe", answer.GetProperty("fouten")[0].GetProperty("veld").GetString());
    }

    [Fact]
    public async Task Steps_InTheWrongOrder_AreRefusedWithAReason()
    {
        var journey = await DecidedAsync();

        await journey.AsAnalyst(HttpMethod.Post, "delingen", new { }, 409);
        await journey.SendAsync(HttpMethod.Post, $"/v1/zaken/{journey.Number}/publicaties/1/goedkeuringen", new { }, 409, "Bea Tweede");
        await journey.AsAnalyst(HttpMethod.Post, "publicatie-intrekkingen", new { reden = "Toch niet." }, 409);
        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/publicatiereacties",
            new { versie = 1, akkoord = true }, 409, null, ("Volgcode", journey.Code));
    }

    [Fact]
    public async Task Reply_WithAForeignCodeOrWithoutAReason_IsNoObjection()
    {
        var journey = await DecidedAsync();
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", Text(), 201);
        var path = $"/v1/meldingen/{journey.Number}/publicatiereacties";

        await journey.SendAsync(HttpMethod.Post, path, new { versie = 1, akkoord = false, toelichting = "Nee." }, 404, null,
            ("Volgcode", RegelLoket.Cases.FollowCode.New().ToString()));
        await journey.SendAsync(HttpMethod.Post, path, new { versie = 1, akkoord = false }, 400, null, ("Volgcode", journey.Code));

        var reply = await ReplyAsync(journey, new { versie = 1, akkoord = true });
        Assert.False(reply.GetProperty("bezwaarMelder").GetBoolean());
    }

    [Fact]
    public async Task Withdraw_OfATextThatNeverWasPublic_LeavesNoTraceInTheLibrary()
    {
        var journey = await DecidedAsync();
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", Text(), 201);
        await journey.AsAnalyst(HttpMethod.Post, "publicatie-intrekkingen", new { }, 400);
        await journey.AsAnalyst(HttpMethod.Post, "publicatie-intrekkingen", new { reden = "Toch niet delen." });
        await journey.AsAnalyst(HttpMethod.Post, "publicatie-intrekkingen", new { reden = "Nog een keer." });

        using var answer = await app.Http.GetAsync(new Uri($"/bibliotheek/{journey.Number.ToLowerInvariant()}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Publish_AfterANewOutcome_NeedsATextForThatOutcome()
    {
        var journey = await DecidedAsync();
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", Text(), 201);
        await ApproveAsync(journey);
        await ReplyAsync(journey, new { versie = 1, akkoord = true });
        await journey.AsAnalyst(HttpMethod.Post, "heropeningen", new { tekst = "We kijken opnieuw." });
        await journey.AsAnalyst(HttpMethod.Post, "delingen", new { }, 409);
        await journey.ConcludeAsync();

        await journey.AsAnalyst(HttpMethod.Post, "delingen", new { }, 409);
    }

    [Fact]
    public async Task Withdraw_WhileANewerVersionWaits_TakesThePublicOneDownAndLeavesTheOther()
    {
        var journey = await DecidedAsync();
        await PublishAsync(journey);
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", Text("Nog een team wist dit niet zeker."), 201);
        var id = journey.Number.ToLowerInvariant();
        Assert.Contains("Een team wist niet", await app.Http.GetStringAsync(new Uri($"/bibliotheek/{id}", UriKind.Relative)),
            StringComparison.Ordinal);

        var withdrawn = await journey.AsAnalyst(HttpMethod.Post, "publicatie-intrekkingen", new { reden = "De eerste tekst klopte niet." });

        Assert.Equal((2, false), (withdrawn.GetProperty("versie").GetInt32(), withdrawn.GetProperty("gedeeld").GetBoolean()));
        await AssertGoneAsync(journey);
        await ApproveAsync(journey, 2);
        await ReplyAsync(journey, new { versie = 2, akkoord = true });
        await PublicationReconcilerTests.ReconcileAsync(app);
        await AssertGoneAsync(journey);
        await journey.AsAnalyst(HttpMethod.Post, "delingen", new { });
        Assert.Contains("Nog een team wist dit niet zeker.", await app.Http.GetStringAsync(
            new Uri($"/bibliotheek/{id}", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains(journey.Number, await app.Http.GetStringAsync(new Uri("/v1/casussen", UriKind.Relative)), StringComparison.Ordinal);

        using var visit = new RegelLoket.Tests.Intake.PageVisit(app.Address);
        Assert.Contains("Je melding helpt nu anderen", await visit.FollowAsync(journey.Number, journey.Code), StringComparison.Ordinal);

        // The last one goes with what waits: twice taken out leaves nothing that could be shared.
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", Text("Een derde tekst."), 201);
        await journey.AsAnalyst(HttpMethod.Post, "publicatie-intrekkingen", new { reden = "Toch niet." });
        await journey.AsAnalyst(HttpMethod.Post, "publicatie-intrekkingen", new { reden = "Helemaal niet." });
        await journey.SendAsync(HttpMethod.Post, $"/v1/zaken/{journey.Number}/publicaties/3/goedkeuringen", new { }, 409, "Bea Tweede");
        Assert.Contains("De tekst staat niet meer in de bibliotheek", await visit.ReadAsync("/volgen/melding"), StringComparison.Ordinal);
        await AssertGoneAsync(journey);
    }

    [Fact]
    public async Task Line_OfACaseWithoutAMinistry_HasAllSevenStepsWithTheirDays()
    {
        var journey = await DecidedAsync();
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", Text(), 201);
        await ReplyAsync(journey, new { versie = 1, akkoord = false, toelichting = "Schrijf het anders." });
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", Text(), 201);
        await ApproveAsync(journey, 2);
        await ReplyAsync(journey, new { versie = 2, akkoord = true });
        await journey.AsAnalyst(HttpMethod.Post, "delingen", new { });

        var page = await app.Http.GetStringAsync(new Uri($"/zaken/{journey.Number}", UriKind.Relative));

        var steps = page.Split("rl-step__title\">").Skip(1)
            .Select(part => (Name: part[..part.IndexOf('<', StringComparison.Ordinal)],
            IsDated: part.Contains("<time datetime=", StringComparison.Ordinal))).ToList();
        Assert.Equal(["Melding", "Uitgezocht", "Probleem", "Vraag", "Antwoord", "Besluit", "Gedeeld", "Effect"],
            steps.Select(step => step.Name));
        Assert.All(steps, step => Assert.True(step.IsDated, step.Name));
        Assert.Contains("Het antwoord staat in de regel: Werkloosheidswet.", page, StringComparison.Ordinal);
    }

    private Task AssertGoneAsync(Journey journey) => AssertGoneAsync(app, journey);

    /// <summary>Returns a feed without what it tells of withdrawals, which name the address that is gone.</summary>
    internal static string WithoutWithdrawals(string feed)
    {
        var document = XDocument.Parse(feed);
        document.Descendants().Where(element => element.Name.LocalName == "deleted-entry").Remove();
        return document.ToString();
    }

    internal static async Task AssertGoneAsync(AppFixture app, Journey journey)
    {
        var id = journey.Number.ToLowerInvariant();
        foreach (var path in new[] { $"/bibliotheek/{id}", $"/zaken/{journey.Number}", $"/v1/casussen/{id}" })
        {
            using var gone = await app.Http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        }

        var feed = await app.Http.GetStringAsync(new Uri("/bibliotheek/feed.atom", UriKind.Relative));
        Assert.DoesNotContain(id, WithoutWithdrawals(feed), StringComparison.OrdinalIgnoreCase);
        foreach (var list in new[] { "/v1/casussen", "/v1/casussen?formaat=csv" })
        {
            Assert.DoesNotContain(id, await app.Http.GetStringAsync(new Uri(list, UriKind.Relative)), StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain(journey.Number, await DumpAsync(app), StringComparison.Ordinal);
    }

    internal static async Task PublishAsync(Journey journey)
    {
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", Text(), 201);
        await ApproveAsync(journey);
        await ReplyAsync(journey, new { versie = 1, akkoord = true });
        await journey.AsAnalyst(HttpMethod.Post, "delingen", new { });
    }

    /// <summary>A case with an outcome.</summary>
    internal static async Task<Journey> DecidedAsync(AppFixture app)
    {
        var journey = new Journey(name => name is null ? app.NewClient() : app.AsAnalyst(name));
        await journey.ReportAsync();
        await journey.AnalyseAsync("szw");
        await journey.WriteStatementAsync();
        await journey.ApproveAsync();
        await journey.ConcludeAsync();
        return journey;
    }

    private Task<Journey> DecidedAsync() => DecidedAsync(app);

    internal static Task<JsonElement> ApproveAsync(Journey journey, int version = 1) =>
        journey.SendAsync(HttpMethod.Post, $"/v1/zaken/{journey.Number}/publicaties/{version}/goedkeuringen", new { }, 200, "Bea Tweede");

    internal static Task<JsonElement> ReplyAsync(Journey journey, object reply) =>
        journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/publicatiereacties", reply, 200, null,
            ("Volgcode", journey.Code));

    internal static async Task<string> DumpAsync(AppFixture app)
    {
        using var zip = new System.IO.Compression.ZipArchive(
            await app.Http.GetStreamAsync(new Uri("/v1/catalogus/dump", UriKind.Relative)));
        using var reader = new StreamReader(await zip.GetEntry("casussen.json")!.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
