using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Tests.Experiments.Participation;

/// <summary>What becomes of the words in the logbook that a button does not send, or that may not be kept.</summary>
[Collection(AppCollection.Name)]
public sealed class LogbookPageTests(AppFixture app)
{
    private const string Bsn = "Cliënt 123456782 deed mee.";

    [Fact]
    public async Task Finish_WithAStepAndFiguresThatAreNotSent_SaysSoAtTheirFields()
    {
        var (journey, visitor) = await NotedAsync();
        using var _ = visitor;
        var page = await visitor.GetAsync(Logbooks.Path);

        using var answer = await visitor.SubmitAsync(page, Logbooks.Path, ("actie", "afronden"), ("resultaat", "werkt"),
            ("lessen", "Het hielp."), ("fase", "plannen"), ("notitie", "Een buddy."), ("uren", "24"));

        var shown = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Bewaar eerst je stap", shown, StringComparison.Ordinal);
        Assert.Contains("Bewaar eerst je cijfers", shown, StringComparison.Ordinal);
        Assert.Contains("Een buddy.", Logbooks.AreaOf(shown, "notitie"), StringComparison.Ordinal);
        Assert.Null((await ExperimentAsync(journey)).EndedAt);

        var later = await visitor.SendAsync(shown, "stap", ("fase", "plannen"), ("uren", ""));
        await visitor.SendAsync(later, "afronden", ("resultaat", "werkt"));
        Assert.NotNull((await ExperimentAsync(journey)).EndedAt);
    }

    [Fact]
    public async Task Get_AfterTheDeskEndedIt_ShowsWhatWasKeptAndNotSent()
    {
        var (journey, visitor) = await NotedAsync();
        using var _ = visitor;
        await visitor.SendAsync(await visitor.GetAsync(Logbooks.Path), "bewaren", ("notitie", "Morgen verder."), ("uren", "24"));

        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/afsluitingen", new { resultaat = "gestopt", lessen = "Geen tijd." });

        var page = await visitor.GetAsync(Logbooks.Path);
        Assert.Contains("Niet verstuurd", page, StringComparison.Ordinal);
        Assert.Contains("Morgen verder.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"notitie\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AfterTheDeskEndedIt_ShowsNoLessonsThatAColleagueWrote()
    {
        var (journey, code) = await app.InvitedAsync();
        using var visitor = await app.OpenAsync(code);
        using var noted = await app.CallAsync(HttpMethod.Post, "/stappen", code, new { fase = "verkennen", notitie = "Verkend." });

        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/afsluitingen", new { resultaat = "gestopt", lessen = "Voor collega's." });

        var page = WebUtility.HtmlDecode(await visitor.GetAsync(Logbooks.Path));
        Assert.Contains("Het loket rondde het experiment af", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Voor collega's.", page, StringComparison.Ordinal);
        using var answer = await app.CallAsync(HttpMethod.Get, "", code);
        Assert.DoesNotContain("\"lessen\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AfterTheEnd_OpensThoughNoMailNeedsTheLinkAnyMore()
    {
        var (journey, visitor) = await NotedAsync();
        using var _ = visitor;

        await visitor.SendAsync(await visitor.GetAsync(Logbooks.Path), "afronden", ("resultaat", "werkt"), ("lessen", "Het hielp."));

        Assert.DoesNotContain(ProtectedSecrets.ExperimentLinkOf(1), (await FileAsync(journey)).Private.Secrets.Keys);
        Assert.Contains("Jullie zijn klaar", await visitor.GetAsync(Logbooks.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desk_BeforeItRevokesALink_IsToldOfWordsThatAreNotSent()
    {
        var (journey, visitor) = await NotedAsync();
        using var _ = visitor;
        const string Warning = "typte iets dat nog niet verstuurd is";
        Assert.DoesNotContain(Warning, await app.DeskPageAsync(journey), StringComparison.Ordinal);

        await visitor.SendAsync(await visitor.GetAsync(Logbooks.Path), "bewaren", ("notitie", "Morgen verder."));

        var page = await app.DeskPageAsync(journey);
        Assert.Contains(Warning, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Morgen verder.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stap", "notitie")]
    [InlineData("bewaren", "notitie")]
    [InlineData("cijfers", "lessen")]
    public async Task Post_ACitizenServiceNumber_IsRefusedAtItsFieldAndKeptNowhere(string action, string field)
    {
        var (journey, visitor) = await NotedAsync();
        using var _ = visitor;
        var page = await visitor.GetAsync(Logbooks.Path);

        using var answer = await visitor.SubmitAsync(
            page, Logbooks.Path, ("actie", action), ("fase", "plannen"), (field, Bsn), ("ronde", "0"), ("uren", "24"));

        var shown = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(CitizenServiceNumbers.Refusal, shown, StringComparison.Ordinal);
        Assert.Contains(Bsn, WebUtility.HtmlDecode(Logbooks.AreaOf(shown, field)), StringComparison.Ordinal);
        var file = await FileAsync(journey);
        Assert.Null(file.Private.Participants[1].Draft);
        Assert.Equal((1, 0), (file.State.Experiments[0].Notes.Length, file.State.Experiments[0].Measures.Length));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("Half af.", false)]
    [InlineData("Half af.", true)]
    public async Task Post_SentTwice_HappensOnceAndKeepsOnlyWhatWasNotSent(string lessons, bool atOnce)
    {
        var (journey, visitor) = await NotedAsync();
        using var _ = visitor;
        var page = await visitor.SendAsync(await visitor.GetAsync(Logbooks.Path), "bewaren", ("notitie", "Een buddy."));
        (string, string)[] typed = [("actie", "stap"), ("fase", "plannen"), ("notitie", "Elke collega een buddy."), ("lessen", lessons)];

        var first = visitor.SubmitAsync(page, Logbooks.Path, typed);
        if (!atOnce)
        {
            await first;
        }

        using var second = await visitor.SubmitAsync(page, Logbooks.Path, typed);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), ((await first).StatusCode, second.StatusCode));
        var file = await FileAsync(journey);
        Assert.Equal(2, file.State.Experiments[0].Notes.Length);
        Assert.Equal(lessons, string.Concat(file.Private.Participants[1].Draft?.Fields.Values ?? []));
    }

    /// <summary>An experiment in which the organisation explored, with its logbook open.</summary>
    private async Task<(Journey Journey, FormVisitor Visitor)> NotedAsync()
    {
        var (journey, code) = await app.InvitedAsync();
        var visitor = await app.OpenAsync(code);
        await visitor.SendAsync(
            await visitor.GetAsync(Logbooks.Path), "stap", ("fase", "verkennen"), ("notitie", "We spraken tien collega's."));
        return (journey, visitor);
    }

    private async Task<CaseExperiment> ExperimentAsync(Journey journey) => (await FileAsync(journey)).State.Experiments[0];

    private async Task<CaseFile> FileAsync(Journey journey) =>
        (await app.Services.GetRequiredService<CaseStore>().FindAsync(CaseNumber.Parse(journey.Number), default))!;
}
