using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Library.Editing;
using RegelLoket.Library.Items;

namespace RegelLoket.Tests.Library;

/// <summary>Coordinators write, change, check and withdraw what stands in the library.</summary>
[Collection(AppCollection.Name)]
public sealed partial class EditorialTests(AppFixture app)
{
    private readonly EditorialDesk desk = new(app);

    [Fact]
    public async Task Save_ByAnAnalyst_IsForbidden()
    {
        using var analyst = app.AsAnalyst();

        using var answer = await analyst.PutAsync(new Uri("/v1/redactie/factsheets/mag-dit", UriKind.Relative),
            JsonContent.Create(EditorialDesk.Sheet("Mag dit?")));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Save_RuleWrittenByItsTitleAlone_GetsTheIdOfTheLaw()
    {
        var id = EditorialDesk.NewId();
        var sheet = JsonSerializer.SerializeToNode(EditorialDesk.Sheet("Mag dit met een uitkering?"))!;
        sheet["regels"] = new JsonArray(new JsonObject { ["citeertitel"] = "werkloosheidswet" });

        await desk.PublishAsync(id, sheet);

        Assert.Contains("\"bwbId\":\"BWBR0004045\"", await desk.GetAsync($"/v1/factsheets/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_NewChangedAndWithdrawn_KeepsWhoWhenBeforeAndAfter()
    {
        var id = EditorialDesk.NewId();
        Assert.Equal(1, (await desk.PutAsync(id, EditorialDesk.Sheet("Mag een buddy meelopen?"))).GetProperty("versie").GetInt32());
        Assert.Equal(2, (await desk.ApproveAsync(id, 1)).GetProperty("versie").GetInt32());
        Assert.Contains("Mag een buddy meelopen?", await desk.GetAsync($"/bibliotheek/{id}"), StringComparison.Ordinal);
        await desk.PutAsync(id, EditorialDesk.Sheet("Mag een buddy een dag meelopen?", version: 2), expected: 200);
        await desk.PutAsync(id, EditorialDesk.Sheet("Iemand anders was sneller", version: 2), expected: 409);
        await desk.PutAsync(id, EditorialDesk.Sheet("Mag een buddy een dag meelopen?", version: 2), expected: 200);
        Assert.DoesNotContain("een dag meelopen", await desk.GetAsync($"/v1/factsheets/{id}"), StringComparison.Ordinal);
        await desk.ApproveAsync(id, 3);
        Assert.Contains("een dag meelopen", await desk.GetAsync($"/v1/factsheets/{id}"), StringComparison.Ordinal);

        await desk.PostAsync($"items/{id}/intrekkingen", new { reden = "" }, 400);
        await desk.PostAsync($"items/{id}/intrekkingen", new { reden = "De regel is vervallen." }, 200);

        foreach (var path in new[] { $"/bibliotheek/{id}", $"/v1/factsheets/{id}" })
        {
            using var gone = await app.Http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        }

        await desk.PutAsync(id, EditorialDesk.Sheet("Toch weer", version: 5), expected: 409);
        var versions = (await desk.SendAsync(HttpMethod.Get, $"items/{id}/versies", null, 200)).GetProperty("versies");
        Assert.Equal(
            ["ingetrokken", "online-gezet", "voorgesteld", "online-gezet", "voorgesteld"], versions.EnumerateArray()
            .Select(v => v.GetProperty("wat").GetString()));
        Assert.Equal("Co Coördinator", versions[2].GetProperty("door").GetString());
        Assert.NotEqual("Co Coördinator", versions[1].GetProperty("door").GetString());
        Assert.Equal("Mag een buddy meelopen?", versions[1].GetProperty("voorheen").GetProperty("titel").GetString());
        Assert.Equal("Mag een buddy een dag meelopen?", versions[1].GetProperty("nu").GetProperty("titel").GetString());
        Assert.False(versions[0].TryGetProperty("nu", out _));
    }

    [Fact]
    public async Task Edition_ShownAfterANewerOne_HasNotTheLastWord()
    {
        var id = EditorialDesk.NewId();
        await desk.PublishAsync(id, EditorialDesk.Sheet("Mag een vrijwilliger mee?"));
        await desk.PostAsync($"items/{id}/intrekkingen", new { reden = "De regel is vervallen." }, 200);
        var first = (await app.Services.GetRequiredService<EditionStore>().HistoryAsync(id, default))[1];

        await app.Services.GetRequiredService<EditionWriter>().ShowAsync(first, default);

        using var gone = await app.Http.GetAsync(new Uri($"/bibliotheek/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
    }

    [Fact]
    public async Task Edition_WithoutItsItem_IsShownOrTakenDownAfterAll()
    {
        var id = EditorialDesk.NewId();
        await desk.PublishAsync(id, EditorialDesk.Sheet("Mag een stagiair mee?"));
        var editions = app.Services.GetRequiredService<EditionStore>();
        var reconciler = ActivatorUtilities.CreateInstance<EditionReconciler>(app.Services);
        var first = (await editions.HistoryAsync(id, default))[0];
        await desk.PutAsync(id, EditorialDesk.Sheet("Mag een stagiair alleen op pad?", version: 2));
        var changed = (Factsheet)(await editions.HistoryAsync(id, default))[0].After!;

        // The process died between the edition and the item; the reader's second try does the rest, or else the timer.
        Assert.True(
            await editions.AddAsync(first with { Version = 4, Before = first.After, After = changed }, default));
        Assert.Equal(4, (await desk.ApproveAsync(id, 3)).GetProperty("versie").GetInt32());
        Assert.Contains("alleen op pad", await desk.GetAsync($"/bibliotheek/{id}"), StringComparison.Ordinal);

        Assert.True(await editions.AddAsync(
            first with
            {
                Version = 5,
                Before = changed,
                After = changed with { WhatYouMay = "Dit mag onder toezicht." }
            }, default));
        await reconciler.ReconcileEditions(new TimerInfo(), default);
        Assert.Contains("Dit mag onder toezicht.", await desk.GetAsync($"/v1/factsheets/{id}"), StringComparison.Ordinal);

        Assert.True(await editions.AddAsync(
            first with { Version = 6, What = EditionKind.Withdrawn, Before = changed, After = null, Reason = "Vervallen." }, default));
        await reconciler.ReconcileEditions(new TimerInfo(), default);
        using var gone = await app.Http.GetAsync(new Uri($"/bibliotheek/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
    }

    [Fact]
    public async Task Save_WrongInEveryField_NamesThemAll()
    {
        var answer = await desk.PutAsync(EditorialDesk.NewId(), new
        {
            versie = 0,
            titel = "",
            probleem = "Bel jan.jansen@example.org.",
            themas = Array.Empty<string>(),
            regels = new[] { new { citeertitel = "", bwbId = "BWB1" } },
            casussen = new[] { "RR-2026-00000" },
            koplopers = new[] { "bestaat-niet" },
            nakijkenVoor = "2020-01-01",
        }, 400);

        Assert.Equal(
            ["casussen", "koplopers", "nakijkenVoor", "probleem", "regels[0].bwbId", "regels[0].citeertitel", "themas",
                "titel",
                "uitkomst", "watMagJe", "watZegtDeRegel"],
            answer.GetProperty("fouten").EnumerateArray().Select(f => f.GetProperty("veld").GetString()!)
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Review_PassedDay_IsATaskUntilACoordinatorConfirms()
    {
        var id = EditorialDesk.NewId();
        await desk.PublishAsync(id, EditorialDesk.Sheet("Tot wanneer geldt dit?", reviewBefore: await desk.TodayAsync(1)));
        Assert.Contains(id, await desk.TasksAsync(), StringComparison.Ordinal);
        await desk.PostAsync($"items/{id}/controles", new { nakijkenVoor = "2020-01-01" }, 400);

        await desk.PostAsync(
            $"items/{id}/controles", new { nakijkenVoor = await desk.TodayAsync(400), regelsNagekeken = true }, 200);

        Assert.DoesNotContain(id, await desk.TasksAsync(), StringComparison.Ordinal);
        var item = JsonSerializer.Deserialize<JsonElement>(await desk.GetAsync($"/v1/factsheets/{id}"));
        Assert.Equal(await desk.TodayAsync(0), item.GetProperty("regels")[0].GetProperty("gecontroleerdOp").GetString());
    }

    [Fact]
    public async Task Review_OfACase_IsKeptInItsStream()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await PublicationTests.PublishAsync(journey);
        var (id, day) = (journey.Number.ToLowerInvariant(), await desk.TodayAsync(500));

        await desk.PostAsync($"items/{id}/controles", new { nakijkenVoor = day }, 200);

        Assert.Contains(day, await desk.GetAsync($"/v1/casussen/{id}"), StringComparison.Ordinal);
        var events = await journey.SendAsync(
            HttpMethod.Get, $"/v1/zaken/{journey.Number}/gebeurtenissen", null, 200, "Ans Analist");
        Assert.Contains("publicationReviewed", events.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_OfACaseWhoseTextsWereErased_HoldsForWhatThePublicReads()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await PublicationTests.PublishAsync(journey);
        var (id, day) = (journey.Number.ToLowerInvariant(), await desk.TodayAsync(450));
        var before = JsonSerializer.Deserialize<JsonElement>(await desk.GetAsync($"/v1/casussen/{id}"));
        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/wissingen", new { }, 200, null,
            ("Volgcode", journey.Code));

        await desk.PostAsync($"items/{id}/controles", new { nakijkenVoor = day }, 200);

        var after = JsonSerializer.Deserialize<JsonElement>(await desk.GetAsync($"/v1/casussen/{id}"));
        Assert.Equal(day, after.GetProperty("nakijkenVoor").GetString());
        foreach (var text in new[] { "titel", "probleem", "watZegtDeRegel", "watMagJe", "uri", "gepubliceerdOp" })
        {
            Assert.Equal(before.GetProperty(text).GetString(), after.GetProperty(text).GetString());
        }
    }

    [Fact]
    public async Task Factsheet_WithCasesAndAFrontRunner_IsLinkedBothWays()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await PublicationTests.PublishAsync(journey);
        var runner = EditorialDesk.NewId();
        await desk.SendAsync(HttpMethod.Put, $"koplopers/{runner}", new
        {
            versie = 0,
            titel = "Leren op de werkvloer",
            themas = new[] { "leven-lang-ontwikkelen" },
            maand = "2026-09",
            inHetKort = "Collega's leren van elkaar.",
            hoeWerktHet = "Iedere week een uur.",
            watLevertHetOp = "Meer plezier in het werk.",
            waaromKoploper = "Anderen namen het over.",
            partners = new[] { "Een roc" },
            gerelateerd = new[] { "minuten-schrijven-in-de-wijk" },
        }, 200);
        await desk.ApproveAsync(runner, 1);
        var sheet = EditorialDesk.NewId();
        await desk.PublishAsync(sheet, EditorialDesk.Sheet("Leren met een uitkering?", cases: [journey.Number], runners: [runner]));

        Assert.Contains($"/koplopers/{runner}", await desk.GetAsync($"/bibliotheek/{sheet}"), StringComparison.Ordinal);
        Assert.Contains($"/bibliotheek/{journey.Number.ToLowerInvariant()}", await desk.GetAsync($"/bibliotheek/{sheet}"),
            StringComparison.Ordinal);
        var page = await desk.GetAsync($"/koplopers/{runner}");
        Assert.Contains($"/bibliotheek/{sheet}", page, StringComparison.Ordinal);
        Assert.Contains("Deze ruimte is benut", page, StringComparison.Ordinal);
        Assert.Contains("/bibliotheek/minuten-schrijven-in-de-wijk", page, StringComparison.Ordinal);
        await desk.PostAsync($"items/{runner}/intrekkingen", new { reden = "Test." }, 200);
        Assert.DoesNotContain(runner, await desk.GetAsync("/v1/koplopers"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_FilledInByACoordinator_MakesAFactsheet()
    {
        using var client = app.AsCoordinator();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        using var empty = await client.GetAsync(new Uri("/werkbank/redactie/nieuw-factsheet", UriKind.Relative));
        var page = await empty.Content.ReadAsStringAsync();
        client.DefaultRequestHeaders.Add("Cookie", empty.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        var token = Token().Match(page);
        var title = $"Mag formulier {EditorialDesk.NewId()} dit?";
        KeyValuePair<string, string>[] fields =
        [
            new(token.Groups[1].Value, token.Groups[2].Value), new("versie", "0"), new("titel", title), new("stap", "voorleggen"),
            new("probleem", "Iemand loopt vast."), new("watZegtDeRegel", "De regel laat het toe."),
            new("watMagJe", "Dit mag."), new("uitkomst", "het-kan-al"), new("themas", "gezond-werken"),
            new("regels[1].citeertitel", "Werkloosheidswet"), new("nakijkenVoor", await desk.TodayAsync(300)),
        ];
        using var wrong = await client.PostAsync(new Uri("/werkbank/redactie/nieuw-factsheet", UriKind.Relative),
            new FormUrlEncodedContent(fields.Where(f => f.Key != "watMagJe")));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("<title>Fout: ", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var previewed = await client.PostAsync(new Uri("/werkbank/redactie/nieuw-factsheet", UriKind.Relative),
            new FormUrlEncodedContent(fields.Where(f => f.Key != "stap")));
        var preview = await previewed.Content.ReadAsStringAsync();
        Assert.DoesNotContain("Leg het factsheet voor aan een collega", page, StringComparison.Ordinal);
        Assert.Contains("Zo leest iedereen het", preview, StringComparison.Ordinal);
        Assert.Contains("Leg het factsheet voor aan een collega", preview, StringComparison.Ordinal);

        fields = [.. fields, new("getoond", Mark().Match(preview).Groups[1].Value)];
        using var unseen = await client.PostAsync(new Uri("/werkbank/redactie/nieuw-factsheet", UriKind.Relative),
            new FormUrlEncodedContent(fields.Select(f => f.Key == "watMagJe" ? new(f.Key, "Dit mag altijd.") : f)));
        var shownAgain = await unseen.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, unseen.StatusCode);
        Assert.Contains("Je hebt na het voorbeeld iets gewijzigd", shownAgain, StringComparison.Ordinal);
        Assert.Contains("Dit mag altijd.", shownAgain, StringComparison.Ordinal);

        using var saved = await client.PostAsync(new Uri("/werkbank/redactie/nieuw-factsheet", UriKind.Relative),
            new FormUrlEncodedContent(fields));

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var form = await client.GetStringAsync(saved.Headers.Location);
        Assert.Contains(title, form, StringComparison.Ordinal);
        Assert.Contains("voorgesteld door Co Co", form, StringComparison.Ordinal);
        using var again = await client.PostAsync(new Uri("/werkbank/redactie/nieuw-factsheet", UriKind.Relative),
            new FormUrlEncodedContent(fields));
        Assert.Equal(saved.Headers.Location, again.Headers.Location);
        using var another = await client.PostAsync(new Uri("/werkbank/redactie/nieuw-factsheet", UriKind.Relative),
            new FormUrlEncodedContent(fields.Append(new("_sleutel", "een andere"))));
        Assert.Equal(HttpStatusCode.BadRequest, another.StatusCode);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(_beveiliging)\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"getoond\" value=\"([^\"]+)\"")]
    private static partial Regex Mark();
}
