using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation;

namespace RegelLoket.Tests.Escalation;

/// <summary>What a link and an access code open, and to whom.</summary>
[Collection(AppCollection.Name)]
public sealed class ReactionAccessTests(AppFixture app)
{
    private readonly MinistryCases cases = new(app);
    private readonly MinistryVisits ministry = new(app);

    [Fact]
    public async Task Case10_AccessCode_AskedAndFilledInTwice_IsOneMailAndNoErrorAfterSuccess()
    {
        var (number, code) = await ministry.AskedAsync();
        using var browser = new FormVisitor(app);
        await browser.GetAsync("/reactie");
        using var opened = await browser.PostAsync("/reactie/openen", ("code", code));
        var page = await browser.GetAsync("/reactie/toegang");
        for (var i = 0; i < 2; i++)
        {
            using var asked = await browser.SubmitAsync(page, "/reactie/toegang", ("email", "iemand@minvws.example"));
            Assert.Equal("/reactie/toegang?verstuurd", asked.Headers.Location?.ToString());
        }

        var digits = await ministry.AccessCodeAsync(number, 1);
        var filled = await browser.GetAsync("/reactie/toegang?verstuurd");
        for (var i = 0; i < 2; i++)
        {
            using var proved = await browser.SubmitAsync(filled, "/reactie/toegangscode", ("toegangscode", digits));
            Assert.Equal("/reactie/vraag", proved.Headers.Location?.ToString());
        }

        Assert.Single(await cases.MailsAsync(number), m => MinistryCases.KindOf(m) == "toegangscode");
    }

    [Fact]
    public async Task Link_AfterTheAnswer_ShowsItForNinetyDaysToWhoProvesToBeOfTheMinistry()
    {
        var (number, code) = await ministry.AskedAsync();
        Assert.Equal(HttpStatusCode.OK, (await cases.ReactAsync(code,
            new { soort = "antwoord", tekst = "Artikel 35 <b>laat</b> het toe.", strekking = "kan-al" })).StatusCode);

        using var visitor = await ministry.OpenAsync(number, code);
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
        var (number, used) = await ministry.AskedAsync();
        Assert.Equal(HttpStatusCode.OK, (await cases.ReactAsync(used, new { soort = "doorzetten", email = "collega@minvws.example" }))
            .StatusCode);
        var foreign = ReplyCode.New(number, Ministry.Ocw).ToString();
        var unknown = ReplyCode.New(CaseNumber.New(2026), Ministry.Vws).ToString();
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
        var (number, code) = await ministry.AskedAsync();
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
        var (number, code) = await ministry.AskedAsync();
        using var browser = new FormVisitor(app);
        await browser.GetAsync("/reactie");
        using var opened = await browser.PostAsync("/reactie/openen", ("code", code));
        using var asked = await browser.PostAsync("/reactie/toegang", ("email", "iemand@minvws.example"));
        var right = await ministry.AccessCodeAsync(number, 1);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 10; i++)
        {
            var wrong = ((int.Parse(right, CultureInfo.InvariantCulture) + 1 + i) % 100_000_000)
                .ToString("D8", CultureInfo.InvariantCulture);
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
        var (number, code) = await ministry.AskedAsync();
        using var browser = await ministry.OpenAsync(number, code);
        var secret = code.Split('.')[2];
        var access = await ministry.AccessCodeAsync(number, 1);

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
            strict, code, "sessies", new { toegangscode = MinistryVisits.CodeIn(mail.GetProperty("text").GetString()!) });
        var granted = JsonDocument.Parse(await session.Content.ReadAsStringAsync())
            .RootElement.GetProperty("reactiecode").GetString()!;
        Assert.Equal(HttpStatusCode.OK, (await strictCases.ReactAsync(granted, new { soort = "ontvangst" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(strict, code, "sessies", new { toegangscode = "12345678" })).StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(AppFixture at, string code, string path, object body)
    {
        using var client = at.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/reacties/{path}")
        { Content = JsonContent.Create(body) };
        request.Headers.Add("Reactiecode", code);
        return await client.SendAsync(request);
    }
}
