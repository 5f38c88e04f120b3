using System.Net;
using System.Text.Json;
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
    private static int made;

    [Fact]
    public async Task Save_ByAnAnalyst_IsForbidden()
    {
        using var analyst = app.AsAnalyst();

        using var answer = await analyst.PutAsync(new Uri("/v1/redactie/factsheets/mag-dit", UriKind.Relative),
            JsonBody(Sheet("Mag dit?")));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Save_NewChangedAndWithdrawn_KeepsWhoWhenBeforeAndAfter()
    {
        var id = NewId();
        Assert.Equal(1, (await PutAsync(id, Sheet("Mag een buddy meelopen?"))).GetProperty("versie").GetInt32());
        Assert.Equal(2, (await ApproveAsync(id, 1)).GetProperty("versie").GetInt32());
        Assert.Contains("Mag een buddy meelopen?", await GetAsync($"/bibliotheek/{id}"), StringComparison.Ordinal);
        await PutAsync(id, Sheet("Mag een buddy een dag meelopen?", version: 2), expected: 200);
        await PutAsync(id, Sheet("Iemand anders was sneller", version: 2), expected: 409);
        await PutAsync(id, Sheet("Mag een buddy een dag meelopen?", version: 2), expected: 200);
        Assert.DoesNotContain("een dag meelopen", await GetAsync($"/v1/factsheets/{id}"), StringComparison.Ordinal);
        await ApproveAsync(id, 3);
        Assert.Contains("een dag meelopen", await GetAsync($"/v1/factsheets/{id}"), StringComparison.Ordinal);

        await PostAsync($"items/{id}/intrekkingen", new { reden = "" }, 400);
        await PostAsync($"items/{id}/intrekkingen", new { reden = "De regel is vervallen." }, 200);

        foreach (var path in new[] { $"/bibliotheek/{id}", $"/v1/factsheets/{id}" })
        {
            using var gone = await app.Http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        }

        await PutAsync(id, Sheet("Toch weer", version: 5), expected: 409);
        var versions = (await SendAsync(HttpMethod.Get, $"items/{id}/versies", null, 200)).GetProperty("versies");
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
        var id = NewId();
        await PublishAsync(id, Sheet("Mag een vrijwilliger mee?"));
        await PostAsync($"items/{id}/intrekkingen", new { reden = "De regel is vervallen." }, 200);
        var first = (await app.Services.GetRequiredService<EditionStore>().HistoryAsync(id, default))[1];

        await app.Services.GetRequiredService<EditionWriter>().ShowAsync(first, default);

        using var gone = await app.Http.GetAsync(new Uri($"/bibliotheek/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
    }

    [Fact]
    public async Task Edition_WithoutItsItem_IsShownOrTakenDownAfterAll()
    {
        var id = NewId();
        await PublishAsync(id, Sheet("Mag een stagiair mee?"));
        var editions = app.Services.GetRequiredService<EditionStore>();
        var reconciler = ActivatorUtilities.CreateInstance<EditionReconciler>(app.Services);
        var first = (await editions.HistoryAsync(id, default))[0];
        await PutAsync(id, Sheet("Mag een stagiair alleen op pad?", version: 2));
        var changed = (Factsheet)(await editions.HistoryAsync(id, default))[0].After!;

        // The process died between the edition and the item; the reader's second try does the rest, or else the timer.
        Assert.True(
            await editions.AddAsync(first with { Version = 4, Before = first.After, After = changed }, default));
        Assert.Equal(4, (await ApproveAsync(id, 3)).GetProperty("versie").GetInt32());
        Assert.Contains("alleen op pad", await GetAsync($"/bibliotheek/{id}"), StringComparison.Ordinal);

        Assert.True(await editions.AddAsync(
            first with
            {
                Version = 5,
                Before = changed,
                After = changed with { WhatYouMay = "Dit mag onder toezicht." }
            }, default));
        await reconciler.ReconcileEditions(new TimerInfo(), default);
        Assert.Contains("Dit mag onder toezicht.", await GetAsync($"/v1/factsheets/{id}"), StringComparison.Ordinal);

        Assert.True(await editions.AddAsync(
            first with { Version = 6, What = EditionKind.Withdrawn, Before = changed, After = null, Reason = "Vervallen." }, default));
        await reconciler.ReconcileEditions(new TimerInfo(), default);
        using var gone = await app.Http.GetAsync(new Uri($"/bibliotheek/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
    }

    [Fact]
    public async Task Save_WrongInEveryField_NamesThemAll()
    {
        var answer = await PutAsync(NewId(), new
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
        var id = NewId();
        await PublishAsync(id, Sheet("Tot wanneer geldt dit?", reviewBefore: await TodayAsync(1)));
        Assert.Contains(id, await TasksAsync(), StringComparison.Ordinal);
        await PostAsync($"items/{id}/controles", new { nakijkenVoor = "2020-01-01" }, 400);

        await PostAsync(
            $"items/{id}/controles", new { nakijkenVoor = await TodayAsync(400), regelsNagekeken = true }, 200);

        Assert.DoesNotContain(id, await TasksAsync(), StringComparison.Ordinal);
        var item = JsonSerializer.Deserialize<JsonElement>(await GetAsync($"/v1/factsheets/{id}"));
        Assert.Equal(await TodayAsync(0), item.GetProperty("regels")[0].GetProperty("gecontroleerdOp").GetString());
    }

    [Fact]
    public async Task Review_OfACase_IsKeptInItsStream()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await PublicationTests.PublishAsync(journey);
        var (id, day) = (journey.Number.ToLowerInvariant(), await TodayAsync(500));

        await PostAsync($"items/{id}/controles", new { nakijkenVoor = day }, 200);

        Assert.Contains(day, await GetAsync($"/v1/casussen/{id}"), StringComparison.Ordinal);
        var events = await journey.SendAsync(
            HttpMethod.Get, $"/v1/zaken/{journey.Number}/gebeurtenissen", null, 200, "Ans Analist");
        Assert.Contains("publicationReviewed", events.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_OfACaseWhoseTextsWereErased_HoldsForWhatThePublicReads()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await PublicationTests.PublishAsync(journey);
        var (id, day) = (journey.Number.ToLowerInvariant(), await TodayAsync(450));
        var before = JsonSerializer.Deserialize<JsonElement>(await GetAsync($"/v1/casussen/{id}"));
        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/wissingen", new { }, 200, null,
            ("Volgcode", journey.Code));

        await PostAsync($"items/{id}/controles", new { nakijkenVoor = day }, 200);

        var after = JsonSerializer.Deserialize<JsonElement>(await GetAsync($"/v1/casussen/{id}"));
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
        var runner = NewId();
        await SendAsync(HttpMethod.Put, $"koplopers/{runner}", new
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
        await ApproveAsync(runner, 1);
        var sheet = NewId();
        await PublishAsync(sheet, Sheet("Leren met een uitkering?", cases: [journey.Number], runners: [runner]));

        Assert.Contains($"/koplopers/{runner}", await GetAsync($"/bibliotheek/{sheet}"), StringComparison.Ordinal);
        Assert.Contains($"/bibliotheek/{journey.Number.ToLowerInvariant()}", await GetAsync($"/bibliotheek/{sheet}"),
            StringComparison.Ordinal);
        var page = await GetAsync($"/koplopers/{runner}");
        Assert.Contains($"/bibliotheek/{sheet}", page, StringComparison.Ordinal);
        Assert.Contains("Deze ruimte is benut", page, StringComparison.Ordinal);
        Assert.Contains("/bibliotheek/minuten-schrijven-in-de-wijk", page, StringComparison.Ordinal);
        await PostAsync($"items/{runner}/intrekkingen", new { reden = "Test." }, 200);
        Assert.DoesNotContain(runner, await GetAsync("/v1/koplopers"), StringComparison.Ordinal);
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
        var title = $"Mag formulier {Interlocked.Increment(ref made)} dit?";
        KeyValuePair<string, string>[] fields =
        [
            new(token.Groups[1].Value, token.Groups[2].Value), new("versie", "0"), new("titel", title),
            new("probleem", "Iemand loopt vast."), new("watZegtDeRegel", "De regel laat het toe."),
            new("watMagJe", "Dit mag."), new("uitkomst", "het-kan-al"), new("themas", "gezond-werken"),
            new("regels[1].citeertitel", "Werkloosheidswet"), new("nakijkenVoor", await TodayAsync(300)),
        ];
        using var wrong = await client.PostAsync(new Uri("/werkbank/redactie/nieuw-factsheet", UriKind.Relative),
            new FormUrlEncodedContent(fields.Where(f => f.Key != "watMagJe")));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("<title>Fout: ", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);

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

    [Fact]
    public async Task Proposal_ByOnePerson_IsOnlineOnceAnotherHasReadThatVersion()
    {
        var id = NewId();
        await PutAsync(id, Sheet("Mag een huismeester helpen?"));
        using var before = await app.Http.GetAsync(new Uri($"/bibliotheek/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);

        await PostAsync($"items/{id}/goedkeuringen", new { versie = 1 }, 409);
        await PostAsync($"items/{id}/goedkeuringen", new { }, 400);
        await PutAsync(id, Sheet("Mag een huismeester meehelpen?", version: 1));
        await SendAsync(HttpMethod.Post, $"items/{id}/goedkeuringen", new { versie = 1 }, 409, app.AsAnalyst());

        Assert.Equal(3, (await ApproveAsync(id, 2)).GetProperty("versie").GetInt32());
        Assert.Equal(3, (await ApproveAsync(id, 2)).GetProperty("versie").GetInt32());
        Assert.Contains("meehelpen", await GetAsync($"/bibliotheek/{id}"), StringComparison.Ordinal);
        Assert.DoesNotContain(await WaitingAsync(), edition => edition.Id == id);
    }

    [Fact]
    public async Task Proposal_SentBack_KeepsItsTextAndWaitsAgainOnceItIsChanged()
    {
        var id = NewId();
        await PutAsync(id, Sheet("Mag een kok meelopen?"));
        await SendAsync(
            HttpMethod.Post, $"items/{id}/terugsturingen", new { versie = 1, reden = "" }, 400, app.AsAnalyst());
        Assert.Contains(await WaitingAsync(), edition => edition.Id == id);

        await SendAsync(
            HttpMethod.Post, $"items/{id}/terugsturingen", new { versie = 1, reden = "Noem het artikel." }, 200,
            app.AsAnalyst());

        Assert.DoesNotContain(await WaitingAsync(), edition => edition.Id == id);
        await SendAsync(HttpMethod.Post, $"items/{id}/goedkeuringen", new { versie = 1 }, 409, app.AsAnalyst());
        using var coordinator = app.AsCoordinator();
        var form = await coordinator.GetStringAsync(new Uri($"/werkbank/redactie/{id}", UriKind.Relative));
        Assert.Contains("Noem het artikel.", form, StringComparison.Ordinal);
        Assert.Contains("Mag een kok meelopen?", form, StringComparison.Ordinal);
        await PutAsync(id, Sheet("Mag een kok een dag meelopen?", version: 2));
        Assert.Contains(await WaitingAsync(), edition => edition is { Version: 3 } && edition.Id == id);
        await ApproveAsync(id, 3);
        Assert.Contains("een dag meelopen", await GetAsync($"/bibliotheek/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposal_OfAnItemThatIsOnline_LeavesItUntouchedAndBlocksItsReview()
    {
        var id = NewId();
        await PublishAsync(id, Sheet("Mag een buur helpen?"));
        await PutAsync(id, Sheet("Mag een buurvrouw helpen?", version: 2));

        await PostAsync($"items/{id}/controles", new { nakijkenVoor = await TodayAsync(400) }, 409);
        await ActivatorUtilities.CreateInstance<EditionReconciler>(app.Services)
            .ReconcileEditions(new TimerInfo(), default);

        Assert.Contains("Mag een buur helpen?", await GetAsync($"/bibliotheek/{id}"), StringComparison.Ordinal);
        Assert.Equal(3, (await WaitingAsync()).Single(edition => edition.Id == id).Version);
    }

    [Fact]
    public async Task ProposalPage_ReadByAColleague_ShowsTheTextAndPutsItOnline()
    {
        var id = NewId();
        await PutAsync(id, Sheet("Mag een tuinman helpen?"));
        using var writer = app.AsCoordinator();
        var own = await writer.GetStringAsync(new Uri($"/werkbank/redactie/{id}/voorstel", UriKind.Relative));
        using var reader = new FormVisitor(app, "analist");
        var list = await reader.GetAsync("/werkbank/bibliotheek");
        var page = await reader.GetAsync($"/werkbank/redactie/{id}/voorstel");

        Assert.Contains("Dit mag gewoon.", page, StringComparison.Ordinal);
        Assert.Contains("Zet online", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Zet online", own, StringComparison.Ordinal);
        Assert.Contains($"/werkbank/redactie/{id}/voorstel", list, StringComparison.Ordinal);
        using var done = await reader.SubmitAsync(page, $"/werkbank/redactie/{id}/goedkeuren", ("versie", "1"));

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Contains("Mag een tuinman helpen?", await GetAsync($"/bibliotheek/{id}"), StringComparison.Ordinal);
        using var late = await reader.SubmitAsync(
            page, $"/werkbank/redactie/{id}/terugsturen", ("versie", "1"), ("reden", "Toch niet."));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Toch niet.", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(_beveiliging)\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    private static string NewId() => $"redactie-{Interlocked.Increment(ref made)}";

    private static object Sheet(string title, int version = 0, string? reviewBefore = null, string[]? cases = null,
        string[]? runners = null) => new
        {
            versie = version,
            titel = title,
            themas = new[] { "leven-lang-ontwikkelen" },
            probleem = "Iemand weet niet of het mag.",
            watZegtDeRegel = "De regel laat het toe.",
            watMagJe = "Dit mag gewoon.",
            uitkomst = "het-kan-al",
            regels = new[] { new { citeertitel = "Werkloosheidswet", bwbId = "BWBR0004045" } },
            casussen = cases ?? [],
            koplopers = runners ?? [],
            nakijkenVoor = reviewBefore,
        };

    private static System.Net.Http.Json.JsonContent JsonBody(object body) =>
        System.Net.Http.Json.JsonContent.Create(body);

    private async Task PublishAsync(string id, object sheet) =>
        await ApproveAsync(id, (await PutAsync(id, sheet)).GetProperty("versie").GetInt32());

    /// <summary>A second reader puts a version online.</summary>
    private Task<JsonElement> ApproveAsync(string id, int version) =>
        SendAsync(HttpMethod.Post, $"items/{id}/goedkeuringen", new { versie = version }, 200, app.AsAnalyst());

    private Task<IReadOnlyList<Edition>> WaitingAsync() =>
        app.Services.GetRequiredService<EditionStore>().WaitingAsync(default);

    private Task<JsonElement> PutAsync(string id, object sheet, int expected = 200) =>
        SendAsync(HttpMethod.Put, $"factsheets/{id}", sheet, expected);

    private Task<JsonElement> PostAsync(string path, object body, int expected) =>
        SendAsync(HttpMethod.Post, path, body, expected);

    private async Task<JsonElement> SendAsync(
        HttpMethod method, string path, object? body, int expected, HttpClient? colleague = null)
    {
        using var client = colleague ?? app.AsCoordinator();
        using var request = new HttpRequestMessage(
            method, $"/v1/redactie/{path}")
        { Content = body is null ? null : JsonBody(body) };
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == expected, $"{method} {path} gave {(int)answer.StatusCode}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private async Task<string> TasksAsync() => (await SendAsync(HttpMethod.Get, "nakijktaken", null, 200)).ToString();

    private async Task<string> TodayAsync(int days)
    {
        var clock = JsonSerializer.Deserialize<JsonElement>(await GetAsync("/lokaal/klok"));
        return RegelLoket.Cases.WorkingDays.DayOf(clock.GetProperty("nu").GetDateTimeOffset()).AddDays(days)
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    private Task<string> GetAsync(string path) => app.Http.GetStringAsync(new Uri(path, UriKind.Relative));
}
