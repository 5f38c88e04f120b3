using System.Net;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Escalation;

namespace RegelLoket.Tests.Escalation;

/// <summary>Half answers on the page of a question: kept for the next visit, and never lost to another reaction or a colleague.</summary>
[Collection(AppCollection.Name)]
public sealed class AnswerDraftsTests(AppFixture app)
{
    private readonly MinistryCases cases = new(app);
    private readonly MinistryVisits ministry = new(app);

    [Fact]
    public async Task HalfAnswer_IsThereForTheNextVisitWithAnotherCode()
    {
        var (number, code) = await ministry.AskedAsync();
        using (var first = await ministry.OpenAsync(number, code))
        {
            using var saved = await first.PostAsync("/reactie/vraag", ("actie", "bewaren"), ("tekst", "Half <b>antwoord</b>"),
                ("strekking", "aanpassen"));
            Assert.Equal("/reactie/vraag?bewaard", saved.Headers.Location?.ToString());
        }

        using var second = await ministry.OpenAsync(number, code, mails: 2);
        var page = await second.GetAsync("/reactie/vraag");

        Assert.Contains("Half &lt;b&gt;antwoord&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Equal(RequestStatus.Asked, (await cases.Store.FindAsync(number, default))!.State.RequestTo(Ministry.Vws)!.Status);
    }

    [Fact]
    public async Task OtherReaction_WhileAnAnswerIsHalfTyped_LosesNothingOfIt()
    {
        var (number, code) = await ministry.AskedAsync();
        using var visitor = await ministry.OpenAsync(number, code);
        (string, string)[] typed = [("tekst", "Half antwoord"), ("strekking", "aanpassen"), ("regel-2", "kan-al")];

        using var refused = await visitor.PostAsync("/reactie/vraag", [("actie", "meerTijd"), ("reden", ""), .. typed]);
        var page = await refused.Content.ReadAsStringAsync();
        using var asked = await visitor.PostAsync("/reactie/vraag", [("actie", "wedervraag"), ("vraag", "Welke opleiding?"), .. typed]);
        var next = await visitor.GetAsync("/reactie/vraag");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("/reactie/klaar?soort=wedervraag", asked.Headers.Location?.ToString());
        foreach (var shown in new[] { page, next })
        {
            Assert.Contains("Half antwoord", shown, StringComparison.Ordinal);
            Assert.Matches("value=\"aanpassen\" selected", shown);
            Assert.Matches("id=\"regel-2\"[\\s\\S]*value=\"kan-al\" selected", shown);
        }
    }

    [Theory]
    [InlineData("bewaren")]
    [InlineData("antwoord")]
    [InlineData("wedervraag")]
    public async Task Case13_HalfAnswersOfTwoColleagues_FromPagesOpenedAtTheSameTime_AreBothShown(string action)
    {
        var (number, code) = await ministry.AskedAsync();
        using var first = await ministry.OpenAsync(number, code);
        using var second = await ministry.OpenAsync(number, code, mails: 2);
        var (one, other) = (await first.GetAsync("/reactie/vraag"), await second.GetAsync("/reactie/vraag"));
        using var saved = await first.SubmitAsync(one, "/reactie/vraag", ("actie", "bewaren"), ("tekst", "Wij zien ruimte in artikel 35."));

        using var refused = await second.SubmitAsync(other, "/reactie/vraag",
            ("actie", action), ("tekst", "Het kan niet."), ("vraag", "Wie?"));
        var both = await refused.Content.ReadAsStringAsync();

        Assert.Equal("/reactie/vraag?bewaard", saved.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Wij zien ruimte in artikel 35.", both, StringComparison.Ordinal);
        Assert.Contains("Het kan niet.", both, StringComparison.Ordinal);
        using var knowing = await second.SubmitAsync(both, "/reactie/vraag", ("actie", "bewaren"), ("tekst", "Het kan niet, behalve zo."));
        Assert.Equal("/reactie/vraag?bewaard", knowing.Headers.Location?.ToString());
    }

    [Fact]
    public async Task HalfAnswer_BesideTheAnswerOfAColleague_IsOnItsPageAndNotInTheNextQuestion()
    {
        var (number, code) = await ministry.AskedAsync();
        using (var first = await ministry.OpenAsync(number, code))
        {
            using var saved = await first.PostAsync("/reactie/vraag", ("actie", "bewaren"), ("tekst", "Niet af"));
            using var passedBy = await cases.ReactAsync(code, new { soort = "antwoord", tekst = "Het kan al." });
            Assert.Equal(HttpStatusCode.OK, passedBy.StatusCode);
        }

        var drafts = app.Services.GetRequiredService<AnswerDrafts>();
        var container = app.Storage.Blobs.GetBlobContainerClient(AnswerDrafts.Container);
        var draft = container.GetBlobClient($"{number}/vws.json");
        await Journey.UntilAsync(async () => !await draft.ExistsAsync(), "the half answer to be laid aside");
        using (var reader = await ministry.OpenAsync(number, code, mails: 2))
        {
            var read = await reader.GetAsync("/reactie/vraag");
            Assert.Contains("Het kan al.", read, StringComparison.Ordinal);
            Assert.Contains("Dit was al getypt", read, StringComparison.Ordinal);
            Assert.Contains("Niet af", read, StringComparison.Ordinal);
        }

        await cases.EscalateAsync(number, cases.WorkingDays.Add(cases.Today, 10), Ministry.Vws);
        var newCode = MinistryCases.CodeIn(await cases.MailAsync(number, "vraag-aan-ministerie", count: 2));
        using var second = await ministry.OpenAsync(number, newCode, mails: 3);

        Assert.DoesNotContain("Niet af", await second.GetAsync("/reactie/vraag"), StringComparison.Ordinal);
        Assert.Contains("Niet af", await LeftAsync(), StringComparison.Ordinal);
        await drafts.ForgetAsync((await cases.Store.FindAsync(number, default))!, ErasedData.Reporter, default);
        Assert.Empty(await LeftAsync());

        async Task<string> LeftAsync()
        {
            var left = "";
            await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{number}/", default))
            {
                left += (await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
            }

            return left;
        }
    }

    [Fact]
    public async Task HalfAnswer_ThatIsTheAnswer_IsNotShownBesideIt()
    {
        var (number, code) = await ministry.AskedAsync();
        using (var writer = await ministry.OpenAsync(number, code))
        {
            using var answered = await writer.PostAsync(
                "/reactie/vraag", ("actie", "antwoord"), ("tekst", "Het kan al."), ("strekking", "kan-al"));
            Assert.Equal("/reactie/klaar?soort=antwoord", answered.Headers.Location?.ToString());
        }

        using var reader = await ministry.OpenAsync(number, code, mails: 2);
        Assert.DoesNotContain("Dit was al getypt", await reader.GetAsync("/reactie/vraag"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case08_TheCaseEndedWhileSomethingElseWasTyped_GivesThatAndTheSavedAnswerBackToWhoProvedToBeTheMinistry()
    {
        var (number, code) = await ministry.AskedAsync();
        using var person = await ministry.OpenAsync(number, code);
        using var saved = await person.PostAsync("/reactie/vraag", ("actie", "bewaren"), ("tekst", "Half antwoord van ons."));
        await cases.WithdrawAsync(number);

        using var late = await person.PostAsync("/reactie/vraag", ("actie", "meerTijd"), ("reden", "Eerst advies."),
            ("vraag", "Welke opleiding?"), ("wiens", "Gemeente."));
        using var again = await person.PostAsync("/reactie/openen", ("code", code));
        using var stranger = new FormVisitor(app);
        await stranger.GetAsync("/reactie");
        using var unproven = await stranger.PostAsync("/reactie/openen", ("code", code));

        var page = await late.Content.ReadAsStringAsync();
        Assert.All(["Eerst advies.", "Welke opleiding?", "Gemeente.", "Half antwoord van ons."],
            words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.Contains("Half antwoord van ons.", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Half antwoord", await unproven.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // Who has no session any more proves it anew.
        await stranger.GetAsync("/reactie/toegang");
        using var asked = await stranger.PostAsync("/reactie/toegang", ("email", "collega@minvws.example"));
        using var proved = await stranger.PostAsync("/reactie/toegangscode", ("toegangscode", await ministry.AccessCodeAsync(number, 2)));
        Assert.Equal("/reactie/vraag", proved.Headers.Location?.ToString());
        using var shown = await stranger.PostAsync("/reactie/vraag", ("actie", "bewaren"));
        Assert.Contains("Half antwoord van ons.", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
