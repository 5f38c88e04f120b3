using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Experiments.Participation;
using RegelLoket.Storage;
using RegelLoket.Workbench;
using static RegelLoket.Tests.Experiments.Participation.Logbooks;

namespace RegelLoket.Tests.Experiments.Participation;

/// <summary>An organisation that writes in its own experiment: from the mailed link to the library, page and API.</summary>
[Collection(AppCollection.Name)]
public sealed class ParticipationTests(AppFixture app)
{
    private CaseStore Store => app.Services.GetRequiredService<CaseStore>();

    [Fact]
    public async Task Link_OfTheMail_LeadsRoundTheSpiralToTheLibrary()
    {
        var (journey, code) = await app.InvitedAsync();
        using var visitor = await app.OpenAsync(code);

        var page = await visitor.GetAsync("/experiment/logboek");
        Assert.Contains("De volgende stap: verkennen", page, StringComparison.Ordinal);
        page = await visitor.SendAsync(page, "stap", ("fase", "verkennen"), ("notitie", "We spraken tien nieuwe collega's."));
        Assert.Contains("De volgende stap: plannen", page, StringComparison.Ordinal);
        Assert.Contains("We spraken tien nieuwe collega&#x27;s.", page, StringComparison.Ordinal);
        Assert.Contains(TurnKind.ReadExperiment, await TurnsAsync(journey));
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/lezingen", new { });
        Assert.DoesNotContain(TurnKind.ReadExperiment, await TurnsAsync(journey));

        page = await visitor.SendAsync(page, "cijfers", ("ronde", "0"), ("uitstroom", "14,5"));
        foreach (var phase in new[] { "plannen", "uitvoeren", "evalueren" })
        {
            page = await visitor.SendAsync(page, "stap", ("fase", phase), ("notitie", $"Wat we deden bij {phase}."));
        }

        Assert.Contains("De volgende stap: plannen", page, StringComparison.Ordinal);
        Assert.Contains("Ronde 2", page, StringComparison.Ordinal);
        page = await visitor.SendAsync(page, "afronden", ("resultaat", "werkt-niet"), ("lessen", "De buddy had geen tijd."));
        Assert.Contains("Jullie zijn klaar", page, StringComparison.Ordinal);

        var desk = await app.DeskPageAsync(journey, "Ans Analist");
        Assert.Contains("De buddy had geen tijd.", desk, StringComparison.Ordinal);
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/teksten", Text());
        var difference = await app.DeskPageAsync(journey, "Bea Tweede");
        Assert.Contains("<ins>", difference, StringComparison.Ordinal);
        Assert.Contains("<del>", difference, StringComparison.Ordinal);
        await journey.SendAsync(
            HttpMethod.Post, $"/v1/zaken/{journey.Number}/experimenten/1/delingen", new { versie = 1 }, 200, "Bea Tweede");

        var id = $"{journey.Number.ToLowerInvariant()}-experiment-1";
        var failed = await app.Http.GetStringAsync(new Uri("/bibliotheek?soort=experiment&stand=lukte-niet", UriKind.Relative));
        Assert.Contains(id, failed, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, failed, StringComparison.Ordinal);
        var worked = await app.Http.GetStringAsync(new Uri("/bibliotheek?soort=experiment&stand=lukte", UriKind.Relative));
        Assert.DoesNotContain(id, worked, StringComparison.Ordinal);
        var events = (await Store.FindAsync(CaseNumber.Parse(journey.Number), default))!.Events;
        Assert.Equal(6, events.Count(e => e.By == Actor.Participant));
        Assert.DoesNotContain(
            Contact, JsonSerializer.Serialize(events.Select(e => new { e.By, e.What, e.Texts })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_ForAnotherButton_IsKeptAndComesBackAndGoesWithWhatIsSent()
    {
        var (_, code) = await app.InvitedAsync();
        using var visitor = await app.OpenAsync(code);
        var page = await visitor.GetAsync("/experiment/logboek");

        page = await visitor.SendAsync(page, "stap", ("fase", "verkennen"), ("notitie", "Verkend."), ("lessen", "Half af."));
        Assert.Contains("Half af.", AreaOf(page, "lessen"), StringComparison.Ordinal);
        Assert.DoesNotContain("Verkend.", AreaOf(page, "notitie"), StringComparison.Ordinal);

        page = await visitor.SendAsync(page, "bewaren", ("notitie", "Morgen verder."));
        using var other = await app.OpenAsync(code);
        var elsewhere = await other.GetAsync("/experiment/logboek");
        Assert.Contains("Morgen verder.", AreaOf(elsewhere, "notitie"), StringComparison.Ordinal);

        await other.SendAsync(elsewhere, "bewaren", ("notitie", "Van een collega."));
        using var late = await visitor.SubmitAsync(page, "/experiment/logboek", ("actie", "bewaren"), ("notitie", "Van mij."));
        var both = await late.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Van een collega.", both, StringComparison.Ordinal);
        Assert.Contains("Van mij.", AreaOf(both, "notitie"), StringComparison.Ordinal);
        using var knowingly = await visitor.SubmitAsync(both, "/experiment/logboek", ("actie", "bewaren"));
        Assert.Equal(HttpStatusCode.SeeOther, knowingly.StatusCode);
    }

    [Fact]
    public async Task WrongInput_OnThePage_IsSaidAtTheFieldWithAllThatWasTyped()
    {
        var (_, code) = await app.InvitedAsync();
        using var visitor = await app.OpenAsync(code);
        var page = await visitor.GetAsync("/experiment/logboek");

        using var answer = await visitor.SubmitAsync(
            page, "/experiment/logboek", ("actie", "stap"), ("fase", "evalueren"), ("notitie", "Te vroeg."));

        var shown = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Die stap is nog niet aan de beurt.", shown, StringComparison.Ordinal);
        Assert.Contains("Te vroeg.", AreaOf(shown, "notitie"), StringComparison.Ordinal);
        using var again = await visitor.SubmitAsync(shown, "/experiment/logboek", ("actie", "stap"), ("fase", "verkennen"));
        Assert.Equal("/experiment/logboek?gedaan=stap", again.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Revoked_Link_EndsItsSessionsAndTheContactIsGone()
    {
        var (journey, code) = await app.InvitedAsync();
        using var visitor = await app.OpenAsync(code);
        var page = await visitor.GetAsync("/experiment/logboek");

        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/link-intrekkingen", new { });

        using var closed = await visitor.SubmitAsync(page, "/experiment/logboek", ("actie", "stap"), ("notitie", "Net te laat."));
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
        Assert.Contains("Net te laat.", await closed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(HttpMethod.Get, "", code));
        var file = (await Store.FindAsync(CaseNumber.Parse(journey.Number), default))!;
        Assert.Empty(file.Private.Participants);
        Assert.DoesNotContain(file.Private.Secrets.Keys, key => key.StartsWith("experiment", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NewLink_ReplacesTheEarlierOne()
    {
        var (journey, code) = await app.InvitedAsync();

        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/uitnodigingen", new { email = "ander@organisatie.example" });

        var newer = CodeIn(await journey.MailAsync(mail => mail.To == "ander@organisatie.example"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK),
            (await StatusAsync(HttpMethod.Get, "", code), await StatusAsync(HttpMethod.Get, "", newer)));
    }

    [Fact]
    public async Task Api_OfTheOrganisation_DoesWhatThePageDoes()
    {
        var (journey, code) = await app.InvitedAsync();
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/stappen", new { fase = "verkennen", notitie = "Voor collega's." });

        await PostAsync("stappen", code, new { fase = "plannen", notitie = "Een buddy." });
        await PostAsync("metingen", code, new { ronde = 0, uitstroom = 14.5 });
        var book = await PostAsync("afsluitingen", code, new { resultaat = "gestopt", lessen = "Geen tijd." });

        Assert.Equal(("gestopt", "Geen tijd."), (book.GetProperty("resultaat").GetString(), book.GetProperty("lessen").GetString()));
        var notes = book.GetProperty("notities").EnumerateArray().ToList();
        Assert.False(notes[0].TryGetProperty("notitie", out _));
        Assert.Equal("Een buddy.", notes[1].GetProperty("notitie").GetString());
        Assert.Equal(HttpStatusCode.Conflict,
            await StatusAsync(HttpMethod.Post, "/stappen", code, new { fase = "plannen", notitie = "Nog." }));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(HttpMethod.Get, "",
            ParticipantCode.New(CaseNumber.Parse(journey.Number), 1).ToString()));
    }

    [Fact]
    public async Task Invite_WithoutAnAddressOrAfterTheEnd_IsRefused()
    {
        var (journey, _) = await app.InvitedAsync();

        var wrong = await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/uitnodigingen", new { naam = "Dana" }, 400);
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/stappen", new { fase = "verkennen", notitie = "Verkend." });
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/afsluitingen", new { resultaat = "werkt", lessen = "Het hielp." });

        Assert.Equal("email", wrong.GetProperty("fouten")[0].GetProperty("veld").GetString());
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/uitnodigingen", new { email = Contact }, 409);
    }

    [Fact]
    public async Task Ended_ThatWillNotBeShared_IsNobodysTurnAnyMore()
    {
        var (journey, code) = await app.InvitedAsync();
        await PostAsync("stappen", code, new { fase = "verkennen", notitie = "Verkend." });
        await PostAsync("afsluitingen", code, new { resultaat = "gestopt", lessen = "Geen tijd." });
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/lezingen", new { });
        Assert.Contains(TurnKind.WriteExperiment, await TurnsAsync(journey));

        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/intrekkingen", new { reden = "De organisatie is te herkennen." });

        Assert.DoesNotContain(TurnKind.WriteExperiment, await TurnsAsync(journey));
    }

    private async Task<IReadOnlyList<TurnKind>> TurnsAsync(Journey journey) =>
        [.. Turn.Of((await Store.FindAsync(CaseNumber.Parse(journey.Number), default))!.State).Select(turn => turn.Kind)];

    private async Task<JsonElement> PostAsync(string step, string code, object body)
    {
        using var answer = await app.CallAsync(HttpMethod.Post, $"/{step}", code, body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpStatusCode> StatusAsync(HttpMethod method, string step, string code, object? body = null)
    {
        using var answer = await app.CallAsync(method, step, code, body);
        return answer.StatusCode;
    }

    private static object Text() => new
    {
        titel = "Een buddy in de eerste weken",
        vraagstuk = "Blijven nieuwe collega's langer als ze een buddy hebben?",
        watGedaan = "Nieuwe collega's kregen acht weken een buddy.",
        lessen = "De buddy had te weinig tijd. Zet die tijd in het rooster.",
    };
}
