using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation;

namespace RegelLoket.Tests.Escalation;

/// <summary>The way from the link to the answer, over HTTP as a browser without JavaScript goes it.</summary>
[Collection(AppCollection.Name)]
public sealed partial class ReactionPageTests(AppFixture app)
{
    private readonly MinistryCases cases = new(app);

    [Fact]
    public async Task Scanner_OpensEverythingTwentyTimes_AndTheLinkStillAnswers()
    {
        var (number, code) = await AskedAsync();
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
        using var person = await OpenAsync(number, code);
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
        var (number, code) = await AskedAsync();
        using var person = await OpenAsync(number, code);

        using var answer = await person.PostAsync("/reactie/vraag", ("tekst", "Artikel 35 laat het toe."));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Artikel 35 laat het toe.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(RequestStatus.Asked, (await cases.Store.FindAsync(number, default))!.State.RequestTo(Ministry.Vws)!.Status);
    }

    [Fact]
    public async Task Case08_TheCaseEndedWhileAnAnswerWasTyped_ThePageSaysSoAndGivesTheWordsBack()
    {
        var (number, code) = await AskedAsync();
        using var person = await OpenAsync(number, code);
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
    public async Task Case08_TheCaseEndedWhileSomethingElseWasTyped_GivesThatAndTheSavedAnswerBackToWhoProvedToBeTheMinistry()
    {
        var (number, code) = await AskedAsync();
        using var person = await OpenAsync(number, code);
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
        using var proved = await stranger.PostAsync("/reactie/toegangscode", ("toegangscode", await AccessCodeAsync(number, 2)));
        Assert.Equal("/reactie/vraag", proved.Headers.Location?.ToString());
        using var shown = await stranger.PostAsync("/reactie/vraag", ("actie", "bewaren"));
        Assert.Contains("Half antwoord van ons.", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ThatWasTooLongAndIsSentAgain_IsNotTakenForAColleaguesChange()
    {
        var (number, code) = await AskedAsync();
        using var person = await OpenAsync(number, code);
        var page = await person.GetAsync("/reactie/vraag");
        using var refused = await person.SubmitAsync(page, "/reactie/vraag", ("actie", "antwoord"), ("tekst", new string('a', 10_001)));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);

        using var done = await person.SubmitAsync(
            await refused.Content.ReadAsStringAsync(), "/reactie/vraag", ("actie", "antwoord"), ("tekst", "Het kan al."));

        Assert.Equal("/reactie/klaar?soort=antwoord", done.Headers.Location?.ToString());
    }

    [Fact]
    public async Task HalfAnswer_IsThereForTheNextVisitWithAnotherCode()
    {
        var (number, code) = await AskedAsync();
        using (var first = await OpenAsync(number, code))
        {
            using var saved = await first.PostAsync("/reactie/vraag", ("actie", "bewaren"), ("tekst", "Half <b>antwoord</b>"),
                ("strekking", "aanpassen"));
            Assert.Equal("/reactie/vraag?bewaard", saved.Headers.Location?.ToString());
        }

        using var second = await OpenAsync(number, code, mails: 2);
        var page = await second.GetAsync("/reactie/vraag");

        Assert.Contains("Half &lt;b&gt;antwoord&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Equal(RequestStatus.Asked, (await cases.Store.FindAsync(number, default))!.State.RequestTo(Ministry.Vws)!.Status);
    }

    [Fact]
    public async Task OtherReaction_WhileAnAnswerIsHalfTyped_LosesNothingOfIt()
    {
        var (number, code) = await AskedAsync();
        using var visitor = await OpenAsync(number, code);
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
        var (number, code) = await AskedAsync();
        using var first = await OpenAsync(number, code);
        using var second = await OpenAsync(number, code, mails: 2);
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
    public async Task Case10_AccessCode_AskedAndFilledInTwice_IsOneMailAndNoErrorAfterSuccess()
    {
        var (number, code) = await AskedAsync();
        using var browser = new FormVisitor(app);
        await browser.GetAsync("/reactie");
        using var opened = await browser.PostAsync("/reactie/openen", ("code", code));
        var page = await browser.GetAsync("/reactie/toegang");
        for (var i = 0; i < 2; i++)
        {
            using var asked = await browser.SubmitAsync(page, "/reactie/toegang", ("email", "iemand@minvws.example"));
            Assert.Equal("/reactie/toegang?verstuurd", asked.Headers.Location?.ToString());
        }

        var digits = await AccessCodeAsync(number, 1);
        var filled = await browser.GetAsync("/reactie/toegang?verstuurd");
        for (var i = 0; i < 2; i++)
        {
            using var proved = await browser.SubmitAsync(filled, "/reactie/toegangscode", ("toegangscode", digits));
            Assert.Equal("/reactie/vraag", proved.Headers.Location?.ToString());
        }

        Assert.Single(await cases.MailsAsync(number), m => MinistryCases.KindOf(m) == "toegangscode");
    }

    [Fact]
    public async Task Case10_Answer_PostedTwice_IsNoErrorAfterSuccess()
    {
        var (number, code) = await AskedAsync();
        using var visitor = await OpenAsync(number, code);
        var page = await visitor.GetAsync("/reactie/vraag");

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(
            _ => visitor.SubmitAsync(page, "/reactie/vraag", ("actie", "antwoord"), ("tekst", "Het kan al."))));

        Assert.All(answers, answer => Assert.Equal("/reactie/klaar?soort=antwoord", answer.Headers.Location?.ToString()));
        Assert.Single((await cases.Store.FindAsync(number, default))!.Events, e => e.What is MinistryAnswered);
    }

    [Fact]
    public async Task HalfAnswer_OfAQuestionThatEnded_IsGoneAndNotInTheNextQuestion()
    {
        var (number, code) = await AskedAsync();
        using (var first = await OpenAsync(number, code))
        {
            using var saved = await first.PostAsync("/reactie/vraag", ("actie", "bewaren"), ("tekst", "Niet af"));
            using var passedBy = await cases.ReactAsync(code, new { soort = "antwoord", tekst = "Het kan al." });
            Assert.Equal(HttpStatusCode.OK, passedBy.StatusCode);
        }

        var draft = app.Storage.Blobs.GetBlobContainerClient(RegelLoket.Escalation.AnswerDrafts.Container)
            .GetBlobClient($"{number}/vws.json");
        await Journey.UntilAsync(async () => !await draft.ExistsAsync(), "the half answer to go with its question");
        await cases.EscalateAsync(number, cases.WorkingDays.Add(cases.Today, 10), Ministry.Vws);
        var newCode = RegelLoket.Tests.Escalation.MinistryCases.CodeIn(await cases.MailAsync(number, "vraag-aan-ministerie", count: 2));
        using var second = await OpenAsync(number, newCode, mails: 2);

        Assert.DoesNotContain("Niet af", await second.GetAsync("/reactie/vraag"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_AfterTheAnswer_ShowsItForNinetyDaysToWhoProvesToBeOfTheMinistry()
    {
        var (number, code) = await AskedAsync();
        Assert.Equal(HttpStatusCode.OK, (await cases.ReactAsync(code,
            new { soort = "antwoord", tekst = "Artikel 35 <b>laat</b> het toe.", strekking = "kan-al" })).StatusCode);

        using var visitor = await OpenAsync(number, code);
        var page = await visitor.GetAsync("/reactie/vraag");
        await visitor.GetAsync("/reactie");
        using var again = await visitor.PostAsync("/reactie/vraag", ("actie", "antwoord"), ("tekst", "Toch iets anders."));
        using var stranger = new FormVisitor(app);
        await stranger.GetAsync("/reactie");
        using var opened = await stranger.PostAsync("/reactie/openen", ("code", code));
        var copy = await cases.MailAsync(number, "kopie-van-antwoord");

        Assert.Contains("Artikel 35 &lt;b&gt;laat&lt;/b&gt; het toe.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Antwoord geven", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Single((await cases.Store.FindAsync(number, default))!.Events, e => e.What is MinistryAnswered);
        Assert.Equal("/reactie/toegang", opened.Headers.Location?.ToString());
        Assert.DoesNotContain("laat", await stranger.GetAsync("/reactie/toegang"), StringComparison.Ordinal);
        Assert.Contains($"/reactie#{code}", copy.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.True(ReplyCode.TryParse(code, out var parsed));
        Assert.NotNull(await ServiceIn(days: 90).AnsweredAsync(parsed, default));
        Assert.Null(await ServiceIn(days: 91).AnsweredAsync(parsed, default));
    }

    /// <summary>The service so many days from now.</summary>
    private MinistryReplyService ServiceIn(int days) => ActivatorUtilities.CreateInstance<MinistryReplyService>(
        app.Services, new FakeTimeProvider(cases.Clock.GetUtcNow().AddDays(days)));

    [Fact]
    public async Task Link_UsedExpiredForeignOrAltered_GivesTheSamePage()
    {
        var (number, used) = await AskedAsync();
        Assert.Equal(HttpStatusCode.OK, (await cases.ReactAsync(used, new { soort = "doorzetten", email = "collega@minvws.example" }))
            .StatusCode);
        var foreign = RegelLoket.Escalation.ReplyCode.New(number, Ministry.Ocw).ToString();
        var unknown = RegelLoket.Escalation.ReplyCode.New(CaseNumber.New(2026), Ministry.Vws).ToString();
        var pages = new List<string>();
        foreach (var code in new[] { used, foreign, unknown, used[..^1] + (used[^1] == 'A' ? 'E' : 'A'), "onzin", "" })
        {
            using var browser = new FormVisitor(app);
            await browser.GetAsync("/reactie");
            using var answer = await browser.PostAsync("/reactie/openen", ("code", code));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            pages.Add(FormVisitor.TokenField().Replace(await answer.Content.ReadAsStringAsync(), ""));
        }

        Assert.Single(pages.Distinct());
    }

    [Fact]
    public async Task AccessCode_ForeignDomain_IsRefusedAndNothingIsMailed()
    {
        var (number, code) = await AskedAsync();
        using var browser = new FormVisitor(app);
        await browser.GetAsync("/reactie");
        using var opened = await browser.PostAsync("/reactie/openen", ("code", code));

        foreach (var address in new[] { "iemand@gmail.example", "iemand@evilminvws.example", "iemand@minvws.example.evil.example",
            "a@minvws.example,b@evil.example", "a@minvws.example\r\nBcc: b@evil.example" })
        {
            using var refused = await browser.PostAsync("/reactie/toegang", ("email", address));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        Assert.DoesNotContain(await cases.MailsAsync(number), m => MinistryCases.KindOf(m) == "toegangscode");
    }

    [Fact]
    public async Task AccessCode_Guessed_LocksThePageAndIsLogged()
    {
        var (number, code) = await AskedAsync();
        using var browser = new FormVisitor(app);
        await browser.GetAsync("/reactie");
        using var opened = await browser.PostAsync("/reactie/openen", ("code", code));
        using var asked = await browser.PostAsync("/reactie/toegang", ("email", "iemand@minvws.example"));
        var right = await AccessCodeAsync(number, 1);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 10; i++)
        {
            var wrong = ((int.Parse(right, System.Globalization.CultureInfo.InvariantCulture) + 1 + i) % 100_000_000)
                .ToString("D8", System.Globalization.CultureInfo.InvariantCulture);
            using var answer = await browser.PostAsync("/reactie/toegangscode", ("toegangscode", wrong));
            statuses.Add(answer.StatusCode);
        }

        using var tooLate = await browser.PostAsync("/reactie/toegangscode", ("toegangscode", right));

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.BadRequest, 4), .. Enumerable.Repeat(HttpStatusCode.TooManyRequests, 6)],
            statuses);
        Assert.Equal(HttpStatusCode.TooManyRequests, tooLate.StatusCode);
        Assert.InRange(tooLate.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Assert.Matches("over \\d+ minuten", await tooLate.Content.ReadAsStringAsync());
        using var api = new HttpRequestMessage(HttpMethod.Post, "/v1/reacties/sessies")
        { Content = JsonContent.Create(new { toegangscode = right }) };
        api.Headers.Add("Reactiecode", code);
        using var refused = await app.Http.SendAsync(api);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Single((await cases.Store.FindAsync(number, default))!.Events, e => e.What is MinistryPageLocked);
        Assert.Contains(app.Log, l => l.StartsWith("Warning", StringComparison.Ordinal)
            && l.Contains(number.Value, StringComparison.Ordinal) && l.Contains("locked", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log, l => l.Contains(code.Split('.')[2], StringComparison.Ordinal)
            || l.Contains(right, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Storage_AfterAVisit_HoldsNoSecretInPlainText()
    {
        var (number, code) = await AskedAsync();
        using var browser = await OpenAsync(number, code);
        var secret = code.Split('.')[2];
        var access = await AccessCodeAsync(number, 1);

        await foreach (var container in app.Storage.Blobs.GetBlobContainersAsync())
        {
            if (container.Name == "mailbox")
            {
                continue;
            }

            var client = app.Storage.Blobs.GetBlobContainerClient(container.Name);
            await foreach (var blob in client.GetBlobsAsync())
            {
                if (blob.Name.Contains(number.Value, StringComparison.Ordinal))
                {
                    var content = (await client.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
                    Assert.False(content.Contains(secret, StringComparison.Ordinal) || content.Contains(access, StringComparison.Ordinal),
                        $"{container.Name}/{blob.Name}");
                }
            }
        }
    }

    [Fact]
    public async Task Api_WithoutAccessCode_IsClosedWhereTheLinkAloneMayNotOpenIt()
    {
        await using var strict = await AppFixture.StartAsync(("Escalation:LinkAloneOpensApi", "false"));
        var strictCases = new MinistryCases(strict);
        var number = await strictCases.CreateAsync();
        await strictCases.EscalateAsync(number, strictCases.WorkingDays.Add(strictCases.Today, 10), Ministry.Vws);
        var code = await strictCases.CodeAsync(number, Ministry.Vws);

        Assert.Equal(HttpStatusCode.Forbidden, (await strictCases.ReactAsync(code, new { soort = "ontvangst" })).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(strict, code, "toegangscodes", new { email = "a@minvws.example" }))
            .StatusCode);
        var mail = await strictCases.MailAsync(number, "toegangscode");
        using var session = await PostAsync(
            strict, code, "sessies", new { toegangscode = EightDigits().Match(mail.GetProperty("text").GetString()!).Value });
        var granted = System.Text.Json.JsonDocument.Parse(await session.Content.ReadAsStringAsync())
            .RootElement.GetProperty("reactiecode").GetString()!;
        Assert.Equal(HttpStatusCode.OK, (await strictCases.ReactAsync(granted, new { soort = "ontvangst" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(strict, code, "sessies", new { toegangscode = "12345678" })).StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(AppFixture at, string code, string path, object body)
    {
        using var client = at.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/reacties/{path}")
        { Content = System.Net.Http.Json.JsonContent.Create(body) };
        request.Headers.Add("Reactiecode", code);
        return await client.SendAsync(request);
    }

    private async Task<(CaseNumber Number, string Code)> AskedAsync()
    {
        var number = await cases.CreateAsync();
        await cases.EscalateAsync(number, cases.WorkingDays.Add(cases.Today, 10), Ministry.Vws);
        return (number, await cases.CodeAsync(number, Ministry.Vws));
    }

    private async Task<string> AccessCodeAsync(CaseNumber number, int mails) =>
        EightDigits().Match((await cases.MailAsync(number, "toegangscode", count: mails)).GetProperty("text").GetString()!).Value;

    private async Task<FormVisitor> OpenAsync(CaseNumber number, string code, int mails = 1)
    {
        var browser = new FormVisitor(app);
        await browser.GetAsync("/reactie");
        using var opened = await browser.PostAsync("/reactie/openen", ("code", code));
        Assert.Equal("/reactie/toegang", opened.Headers.Location?.ToString());
        using var asked = await browser.PostAsync("/reactie/toegang", ("email", "iemand@minvws.example"));
        Assert.Equal("/reactie/toegang?verstuurd", asked.Headers.Location?.ToString());
        using var proved = await browser.PostAsync("/reactie/toegangscode", ("toegangscode", await AccessCodeAsync(number, mails)));
        Assert.Equal("/reactie/vraag", proved.Headers.Location?.ToString());
        return browser;
    }

    [GeneratedRegex(@"\b\d{8}\b")]
    private static partial Regex EightDigits();
}
