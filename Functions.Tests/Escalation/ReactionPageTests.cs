using System.Net;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Tests.Escalation;

/// <summary>The way from the link to the answer, over HTTP as a browser without JavaScript goes it.</summary>
[Collection(AppCollection.Name)]
public sealed class ReactionPageTests(AppFixture app)
{
    private readonly MinistryCases cases = new(app);
    private readonly MinistryVisits ministry = new(app);

    [Fact]
    public async Task Scanner_OpensEverythingTwentyTimes_AndTheLinkStillAnswers()
    {
        var (number, code) = await ministry.AskedAsync();
        // The record that the question was mailed may still be on its way.
        async Task<int> ChangesAsync() => (await cases.Store.FindAsync(number, default))!.Events.Count(e => e.What is not MailRecorded);
        var before = await ChangesAsync();
        using var scanner = app.NewClient();
        for (var i = 0; i < 20; i++)
        {
            foreach (var path in new[] { "/reactie", "/reactie/toegang", "/reactie/vraag", "/reactie/klaar", "/reactie/openen" })
            {
                using var get = await scanner.GetAsync(path);
                using var head = await scanner.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
            }
        }

        Assert.Equal(before, await ChangesAsync());
        using var person = await ministry.OpenAsync(number, code);
        using var done = await person.PostAsync("/reactie/vraag", ("actie", "antwoord"), ("tekst", "Het kan al."),
            ("strekking", "kan-al"), ("regel-1", "kan-al"));
        Assert.Equal("/reactie/klaar?soort=antwoord", done.Headers.Location?.ToString());
        var state = (await cases.Store.FindAsync(number, default))!.State;
        Assert.Equal(RequestStatus.Answered, state.RequestTo(Ministry.Vws)!.Status);
        Assert.Equal(AnswerStance.AlreadyPossible, Assert.Single(state.RequestTo(Ministry.Vws)!.Rules).Stance);
    }

    [Fact]
    public async Task Question_SentByNoButtonOfOurs_KeepsWhatWasTyped()
    {
        var (number, code) = await ministry.AskedAsync();
        using var person = await ministry.OpenAsync(number, code);

        using var answer = await person.PostAsync("/reactie/vraag", ("tekst", "Artikel 35 laat het toe."));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Artikel 35 laat het toe.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(RequestStatus.Asked, (await cases.Store.FindAsync(number, default))!.State.RequestTo(Ministry.Vws)!.Status);
    }

    [Fact]
    public async Task Case08_TheCaseEndedWhileAnAnswerWasTyped_ThePageSaysSoAndGivesTheWordsBack()
    {
        var (number, code) = await ministry.AskedAsync();
        using var person = await ministry.OpenAsync(number, code);
        await cases.WithdrawAsync(number);

        using var late = await person.PostAsync("/reactie/vraag", ("actie", "antwoord"), ("tekst", "Artikel 35 laat het toe."));
        using var visitor = new FormVisitor(app);
        await visitor.GetAsync("/reactie");
        using var again = await visitor.PostAsync("/reactie/openen", ("code", code));

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (late.StatusCode, again.StatusCode));
        Assert.Contains("Artikel 35 laat het toe.", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Je hoeft niet meer te reageren", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await cases.ReactAsync(code, new { soort = "antwoord", tekst = "Toch." })).StatusCode);
    }

    [Fact]
    public async Task Answer_ThatWasTooLongAndIsSentAgain_IsNotTakenForAColleaguesChange()
    {
        var (number, code) = await ministry.AskedAsync();
        using var person = await ministry.OpenAsync(number, code);
        var page = await person.GetAsync("/reactie/vraag");
        using var refused = await person.SubmitAsync(page, "/reactie/vraag", ("actie", "antwoord"), ("tekst", new string('a', 10_001)));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);

        using var done = await person.SubmitAsync(
            await refused.Content.ReadAsStringAsync(), "/reactie/vraag", ("actie", "antwoord"), ("tekst", "Het kan al."));

        Assert.Equal("/reactie/klaar?soort=antwoord", done.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Case10_Answer_PostedTwice_IsNoErrorAfterSuccess()
    {
        var (number, code) = await ministry.AskedAsync();
        using var visitor = await ministry.OpenAsync(number, code);
        var page = await visitor.GetAsync("/reactie/vraag");

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(
            _ => visitor.SubmitAsync(page, "/reactie/vraag", ("actie", "antwoord"), ("tekst", "Het kan al."))));

        Assert.All(answers, answer => Assert.Equal("/reactie/klaar?soort=antwoord", answer.Headers.Location?.ToString()));
        Assert.Single((await cases.Store.FindAsync(number, default))!.Events, e => e.What is MinistryAnswered);
    }
}
