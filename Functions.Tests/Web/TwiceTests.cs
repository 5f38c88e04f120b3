using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;
using RegelLoket.Tests.Workbench;

namespace RegelLoket.Tests.Web;

/// <summary>
/// Case 10 and its kind: a double click, a repeated request or two at once never make two of anything, nor an error after success.
/// </summary>
[Collection(AppCollection.Name)]
public sealed class TwiceTests(AppFixture app)
{
    /// <summary>Commands of a colleague on a case that was just reported, by the last part of their address.</summary>
    public static TheoryData<string, string> Commands => new()
    {
        { "notities", """{"tekst":"Gebeld met UWV."}""" },
        { "berichten-aan-melder", """{"tekst":"UWV belt je deze week."}""" },
        { "vragen-aan-melder", """{"vraag":"In welk leerjaar zit de kandidaat?"}""" },
    };

    [Fact]
    public async Task Case10_Message_PostedTwiceByTheSameForm_IsOneMessage()
    {
        var (journey, visitor) = await FollowAsync();
        using var _ = visitor;
        var page = await visitor.GetAsync("/volgen/melding");

        using var first = await visitor.SubmitAsync(page, "/volgen/melding", ("tekst", "Ik heb nog iets gehoord."));
        using var second = await visitor.SubmitAsync(page, "/volgen/melding", ("tekst", "Ik heb nog iets gehoord."));

        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, second.StatusCode);
        Assert.Single(await EventsAsync<ReporterReplied>(journey.Number));
    }

    [Fact]
    public async Task Case10_Message_PostedTwiceAtOnce_IsOneMessage()
    {
        var (journey, visitor) = await FollowAsync();
        using var _ = visitor;
        var page = await visitor.GetAsync("/volgen/melding");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(
            _ => visitor.SubmitAsync(page, "/volgen/melding", ("tekst", "Ik heb nog iets gehoord."))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.Single(await EventsAsync<ReporterReplied>(journey.Number));
    }

    [Fact]
    public async Task Case10_Message_WithOtherWordsFromTheSamePage_IsAnotherMessage()
    {
        var (journey, visitor) = await FollowAsync();
        using var _ = visitor;
        var page = await visitor.GetAsync("/volgen/melding");

        using var first = await visitor.SubmitAsync(page, "/volgen/melding", ("tekst", "Ik heb nog iets gehoord."));
        using var second = await visitor.SubmitAsync(page, "/volgen/melding", ("tekst", "En nog iets."));

        Assert.Equal(2, (await EventsAsync<ReporterReplied>(journey.Number)).Count);
    }

    [Fact]
    public async Task Case10_Withdrawal_PostedTwice_IsNoErrorAfterSuccess()
    {
        var (journey, visitor) = await FollowAsync();
        using var _ = visitor;
        var page = await visitor.GetAsync("/volgen/melding");

        using var first = await visitor.SubmitAsync(page, "/volgen/intrekken", ("zeker", "ja"));
        using var second = await visitor.SubmitAsync(page, "/volgen/intrekken", ("zeker", "ja"));

        Assert.Equal(first.StatusCode, second.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Single(await EventsAsync<CaseWithdrawn>(journey.Number));
    }

    [Fact]
    public async Task Case10_ReplyByTheApi_UnderOneKey_IsOneReplyAndTheSameAnswer()
    {
        var journey = await ReportedAsync();
        var key = Guid.NewGuid().ToString();

        using var first = await ReplyAsync(journey, key, "Nog iets.");
        using var second = await ReplyAsync(journey, key, "Nog iets.");
        using var other = await ReplyAsync(journey, key, "Iets heel anders.");
        using var tooLong = await ReplyAsync(journey, new string('k', 201), "Nog iets.");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.BadRequest],
            [first.StatusCode, second.StatusCode, other.StatusCode, tooLong.StatusCode]);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Single(await EventsAsync<ReporterReplied>(journey.Number));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Case10_CommandOfAColleague_UnderOneKeyAtOnce_HappensOnce(string command, string body)
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.AnalyseAsync();
        var before = (await FileAsync(reported.Number)).Events.Count;
        using var client = app.AsAnalyst();
        client.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => client.PostAsync(
            $"/v1/zaken/{reported.Number}/{command}", new StringContent(body, System.Text.Encoding.UTF8, "application/json"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single((await FileAsync(reported.Number)).Events.Skip(before),
            e => e.What is NoteAdded or ReporterAsked or ReporterWrittenTo);
    }

    [Fact]
    public async Task Case10_ChangeOfTheCatalogue_UnderOneKeyAtOnce_IsOneChange()
    {
        using var client = app.AsCoordinator();
        client.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var id = $"proef-{Guid.NewGuid().ToString("N")[..8]}";
        var body = new { naam = "Een uitvoerder", reden = "Nieuw." };

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => client.PostAsJsonAsync($"/v1/uitvoerders/{id}/versies", body)));
        using var other = await client.PostAsJsonAsync($"/v1/uitvoerders/{id}/versies", new { naam = "Een andere", reden = "Nieuw." });

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Single((await app.Services.GetRequiredService<RegelLoket.ContextAnalysis.Catalogue.CatalogueBook>().CurrentAsync(default))
            .Changes, change => change.Body?.After.Id == id);
    }

    [Fact]
    public async Task Case10_ContactsOfAMinistry_PostedTwice_AreOneVersion()
    {
        using var visitor = new FormVisitor(app, "coordinator");
        var page = await visitor.GetAsync("/werkbank/ministeries/szw");
        var contacts = app.Services.GetRequiredService<RegelLoket.Escalation.ContactBook>();
        var before = (await contacts.HistoryAsync(Ministry.Szw, default)).Count;
        (string, string)[] typed = [("postbus", "ruimte-in-de-regels@minszw.example"), ("tweede", "secretariaat@minszw.example"),
            ("termijn", "20"), ("vooraf", "5"), ("opDeDag", "0"), ("erna", "5"), ("coordinator", "10"), ("tweedeContact", "15")];

        using var first = await visitor.SubmitAsync(page, "/werkbank/ministeries/szw", typed);
        using var second = await visitor.SubmitAsync(page, "/werkbank/ministeries/szw", typed);

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.SeeOther], [first.StatusCode, second.StatusCode]);
        Assert.Equal(before + 1, (await contacts.HistoryAsync(Ministry.Szw, default)).Count);
    }

    [Fact]
    public async Task Case10_SavedView_DeletedTwice_IsNoErrorAfterSuccess()
    {
        using var visitor = new FormVisitor(app, "analist");
        await visitor.GetAsync("/werkbank");
        using var saved = await visitor.PostAsync("/werkbank/weergaven", ("naam", "Twee keer weg"), ("weergave", "?tab=alle"));
        var views = await app.Services.GetRequiredService<RegelLoket.Workbench.SavedViews>()
            .ForAsync(new Actor(ActorRole.Analyst, "Iemand (analist)"), default);
        var id = views.First(view => view.Name == "Twee keer weg").Id;

        using var first = await visitor.PostAsync($"/werkbank/weergaven/{id}/verwijderen");
        using var second = await visitor.PostAsync($"/werkbank/weergaven/{id}/verwijderen");

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.SeeOther], [first.StatusCode, second.StatusCode]);
    }

    [Fact]
    public async Task Case10_Report_BegunTwiceByTheSameForm_IsOneDraft()
    {
        var drafts = app.Storage.Blobs.GetBlobContainerClient(RegelLoket.Intake.Drafts.DraftStore.Container);
        using var visitor = new FormVisitor(app);
        var page = await visitor.GetAsync("/melden");
        var before = await drafts.GetBlobsAsync().CountAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => visitor.SubmitAsync(page, "/melden")));

        Assert.All(answers, answer => Assert.Equal("/melden/doel", answer.Headers.Location?.ToString()));
        Assert.Equal(before + 1, await drafts.GetBlobsAsync().CountAsync());
        using var answered = await visitor.PostAsync("/melden/doel", ("titel", "Meer ruimte"), ("omschrijving", "Iets nieuws."));
        using var anew = await visitor.SubmitAsync(page, "/melden");
        Assert.DoesNotContain("Iets nieuws.", await visitor.GetAsync("/melden/doel"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case10_RoundOfErasing_UnderOneKey_IsOneRound()
    {
        using var client = app.AsCoordinator();
        client.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());

        using var first = await client.PostAsJsonAsync("/v1/bewaarronden", new { proef = false });
        using var second = await client.PostAsJsonAsync("/v1/bewaarronden", new { proef = false });

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [first.StatusCode, second.StatusCode]);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Case10_TheSameKey_OfTwoColleagues_IsTwoCommands()
    {
        var reported = await TestCase.ReportAsync(app);
        foreach (var name in new[] { "Ans Analist", "Bea Tweede" })
        {
            using var client = app.AsAnalyst(name);
            client.DefaultRequestHeaders.Add("Idempotency-Key", "1");
            using var answer = await client.PostAsJsonAsync($"/v1/zaken/{reported.Number}/notities", new { tekst = "Gebeld." });
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(2, (await EventsAsync<NoteAdded>(reported.Number)).Count);
    }

    [Fact]
    public async Task Case10_Event_KeepsOnlyHashesOfTheRequest()
    {
        var journey = await ReportedAsync();
        using var answer = await ReplyAsync(journey, "mijn-eigen-sleutel", "Nog iets.");

        var mark = Assert.Single(await EventsAsync<ReporterReplied>(journey.Number)).Request!;
        Assert.Matches("^[0-9a-f]{32}$", mark.Key);
        Assert.Matches("^[0-9a-f]{32}$", mark.Content);
    }

    private async Task<HttpResponseMessage> ReplyAsync(Journey journey, string key, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/reacties")
        { Content = JsonContent.Create(new { tekst = text }) };
        request.Headers.Add("Volgcode", journey.Code);
        request.Headers.Add("Idempotency-Key", key);
        return await app.Http.SendAsync(request);
    }

    private async Task<Journey> ReportedAsync()
    {
        var journey = new Journey(name => name is null ? app.NewClient() : app.AsAnalyst(name));
        await journey.ReportAsync(email: "");
        return journey;
    }

    private async Task<(Journey, FormVisitor)> FollowAsync()
    {
        var journey = await ReportedAsync();
        var visitor = new FormVisitor(app);
        await visitor.GetAsync("/volgen");
        using var opened = await visitor.PostAsync("/volgen", ("zaaknummer", journey.Number), ("code", journey.Code));
        Assert.Equal("/volgen/melding", opened.Headers.Location?.ToString());
        return (journey, visitor);
    }

    private async Task<CaseFile> FileAsync(string number) =>
        (await app.Services.GetRequiredService<CaseStore>().FindAsync(CaseNumber.Parse(number), default))!;

    private async Task<IReadOnlyList<CaseEvent>> EventsAsync<T>(string number) where T : CaseChange =>
        [.. (await FileAsync(number)).Events.Where(e => e.What is T)];
}
