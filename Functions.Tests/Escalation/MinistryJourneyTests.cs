using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Tests.Escalation;

/// <summary>Cases at the ministries, through the app, over a real calendar on the virtual clock.</summary>
public sealed class MinistryJourneyTests : IAsyncLifetime
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private AppFixture app = null!;
    private MinistryCases cases = null!;

    public async ValueTask InitializeAsync()
    {
        app = await AppFixture.StartAsync(("SendGrid:WebhookKey", Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())),
            ("SendGrid:InboundPassword", "inkomend"), ("Notifications:InboundDomain", "antwoord.example"));
        cases = new MinistryCases(app);
    }

    public ValueTask DisposeAsync()
    {
        key.Dispose();
        return app.DisposeAsync();
    }

    [Fact]
    public async Task Ladder_ThreeMinistriesOneSilentOnePassesOnTwiceOneAnswersOnTheLastSecond_EachMailOnce()
    {
        var number = await cases.CreateAsync();
        var due = cases.WorkingDays.Add(cases.Today, 12);
        await cases.EscalateAsync(number, due, Ministry.Vws, Ministry.Ocw, Ministry.Szw);
        var vws = await cases.CodeAsync(number, Ministry.Vws);
        var ocw = await cases.CodeAsync(number, Ministry.Ocw);
        var szw = await cases.CodeAsync(number, Ministry.Szw);

        var first = await PassOnAsync(number, ocw, "collega.een@minocw.example");
        var second = await PassOnAsync(number, first, "collega.twee@beleid.minocw.example");
        Assert.Equal(HttpStatusCode.NotFound, (await cases.ReactAsync(ocw, new { soort = "ontvangst" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cases.ReactAsync(first, new { soort = "ontvangst" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK,
            (await cases.ReactAsync(second, new { soort = "antwoord", tekst = "Het kan al.", strekking = "kan-al" })).StatusCode);

        await MoveToAsync(cases.WorkingDays.Add(due, -5), new TimeOnly(8, 0));
        await cases.MailAsync(number, "herinnering-vooraf", "@minvws.");
        await cases.MailAsync(number, "herinnering-vooraf", "@minszw.");
        await MoveToAsync(due, new TimeOnly(8, 0));
        await cases.MailAsync(number, "herinnering-op-de-dag", "@minvws.");
        await cases.MailAsync(number, "herinnering-op-de-dag", "@minszw.");
        await MoveToAsync(due, new TimeOnly(23, 59, 50));
        Assert.Equal(HttpStatusCode.OK,
            (await cases.ReactAsync(szw, new { soort = "antwoord", tekst = "De regel blijft zo.", strekking = "bewust-zo" })).StatusCode);
        await MoveToAsync(cases.WorkingDays.Add(due, 5), new TimeOnly(8, 0));
        await cases.MailAsync(number, "herinnering-na-de-dag", "@minvws.");
        await MoveToAsync(cases.WorkingDays.Add(due, 10), new TimeOnly(8, 0));
        Assert.StartsWith("1 ministerie zwijgt.", (await MorningMailAsync()).GetProperty("text").GetString(), StringComparison.Ordinal);
        await MoveToAsync(cases.WorkingDays.Add(due, 15), new TimeOnly(8, 0));
        await cases.MailAsync(number, "tweede-contact", "secretariaat@minvws.");
        Assert.StartsWith("Geen reactie", (await cases.MailAsync(number, "tweede-contact")).GetProperty("subject")
            .GetString(), StringComparison.Ordinal);
        await app.MoveClockAsync(TimeSpan.FromDays(60));
        var late = await cases.ReactAsync(vws, new { soort = "antwoord", tekst = "Sorry dat het lang duurde.", strekking = "kan-al" });
        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
        await cases.MailAsync(number, "bericht-van-ministerie", count: 3);

        var state = (await cases.Store.FindAsync(number, default))!.State;
        Assert.Equal(CaseStatus.AnswersIn, state.Status);
        Assert.False(state.RequestTo(Ministry.Szw)!.Late);
        Assert.True(state.RequestTo(Ministry.Vws)!.Late);
        Assert.Equal(2, state.RequestTo(Ministry.Ocw)!.PassedOnCount);
        Assert.Equal(2, RegelLoket.Escalation.Contradictions.Of(state).Count);
        await cases.MailAsync(number, "kopie-van-antwoord", count: 3);
        var kinds = (await cases.MailsAsync(number)).Select(m => $"{MinistryCases.KindOf(m)} "
            + $"{MinistryCases.ToOf(m).Split('@')[1]}").Order(StringComparer.Ordinal);
        Assert.Equal(
            new[]
            {
                "vraag-aan-ministerie minvws.example", "vraag-aan-ministerie minocw.example", "vraag-aan-ministerie minszw.example",
                "doorgezet minocw.example", "doorgezet beleid.minocw.example",
                "herinnering-vooraf minvws.example", "herinnering-vooraf minszw.example", "herinnering-op-de-dag minvws.example",
                "herinnering-op-de-dag minszw.example",
                "herinnering-na-de-dag minvws.example", "tweede-contact minvws.example",
                "bericht-van-ministerie regelloket.example", "bericht-van-ministerie regelloket.example",
                "bericht-van-ministerie regelloket.example",
                "kopie-van-antwoord minvws.example", "kopie-van-antwoord minszw.example", "kopie-van-antwoord beleid.minocw.example",
            }.Order(StringComparer.Ordinal),
            kinds.Where(k => !k.StartsWith("stap-te-doen", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Clock_StandsStillWhileTheAnalystIsAsked_AndMovesTheDeadlineByRealWorkingDays()
    {
        var number = await cases.CreateAsync();
        var due = cases.WorkingDays.Add(cases.Today, 10);
        await cases.EscalateAsync(number, due, Ministry.Vws);
        var code = await cases.CodeAsync(number, Ministry.Vws);
        Assert.Equal(HttpStatusCode.OK,
            (await cases.ReactAsync(code, new { soort = "wedervraag", tekst = "Om welke opleiding gaat het?" })).StatusCode);
        await cases.MailAsync(number, "bericht-van-ministerie");
        var asked = cases.Today;

        await MoveToAsync(cases.WorkingDays.Add(due, 20), new TimeOnly(8, 0));
        using var analyst = cases.Analyst();
        using var answered = await analyst.PostAsync(
            $"/v1/zaken/{number}/antwoorden-aan-ministerie",
            JsonContent.Create(new { ministerie = "vws", tekst = "Om de mbo-opleiding." }));
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        await cases.MailAsync(number, "antwoord-op-wedervraag");

        var request = (await cases.Store.FindAsync(number, default))!.State.RequestTo(Ministry.Vws)!;
        Assert.Equal(cases.WorkingDays.Add(due, cases.WorkingDays.Between(asked, cases.Today)), request.ReplyBefore);
        Assert.DoesNotContain(await cases.MailsAsync(number), m => MinistryCases.KindOf(m)
            .StartsWith("herinnering", StringComparison.Ordinal));

        await MoveToAsync(request.ReplyBefore, new TimeOnly(8, 0));
        await cases.MailAsync(number, "herinnering-op-de-dag");
        var until = cases.WorkingDays.Add(request.ReplyBefore, 7);
        Assert.Equal(HttpStatusCode.OK, (await cases.ReactAsync(code, new { soort = "meerTijd", tekst = "Vakantie.", tot = until }))
            .StatusCode);
        using var granted = await analyst.PostAsync(
            $"/v1/zaken/{number}/termijnbesluiten", JsonContent.Create(new { ministerie = "vws", toegekend = true }));
        Assert.Equal(HttpStatusCode.OK, granted.StatusCode);
        await cases.MailAsync(number, "besluit-meer-tijd");
        await MoveToAsync(cases.WorkingDays.Add(until, -5), new TimeOnly(8, 0));
        await cases.MailAsync(number, "herinnering-vooraf");

        Assert.Equal(until, (await cases.Store.FindAsync(number, default))!.State.RequestTo(Ministry.Vws)!.ReplyBefore);

        // A term may outlive the link as it was made; the link then lives with it, and dies a while after.
        var far = cases.WorkingDays.OnOrAfter(cases.Today.AddDays(300));
        Assert.Equal(HttpStatusCode.OK, (await cases.ReactAsync(code, new { soort = "meerTijd", tekst = "Eerst advies.", tot = far }))
            .StatusCode);
        using var grantedAgain = await analyst.PostAsync($"/v1/zaken/{number}/termijnbesluiten",
            JsonContent.Create(new { ministerie = "vws", toegekend = true }));
        await MoveToAsync(far, new TimeOnly(12, 0));
        Assert.Equal(HttpStatusCode.OK, (await cases.ReactAsync(code, new { soort = "ontvangst" })).StatusCode);
        await MoveToAsync(far.AddDays(91), new TimeOnly(12, 0));
        Assert.Equal(HttpStatusCode.NotFound, (await cases.ReactAsync(code, new { soort = "antwoord", tekst = "Het kan al." })).StatusCode);
    }

    [Fact]
    public async Task Bounce_OfTheQuestion_GoesToTheSecondContactAtOnce()
    {
        var number = await cases.CreateAsync();
        await cases.EscalateAsync(number, cases.WorkingDays.Add(cases.Today, 10), Ministry.Ocw);
        var mail = await cases.MailAsync(number, "vraag-aan-ministerie");

        await BounceAsync(mail, number);

        var rescued = await cases.MailAsync(number, "tweede-contact", "secretariaat@minocw.");
        Assert.StartsWith("Onze mail kwam niet aan", rescued.GetProperty("subject").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await cases.ReactAsync(MinistryCases.CodeIn(rescued), new { soort = "ontvangst" })).StatusCode);
    }

    [Fact]
    public async Task Morning_AfterThreeMinistriesFellSilentAndAMailWasLost_IsOneMailToTheCoordinators()
    {
        var (silent, lost) = (await cases.CreateAsync(), await cases.CreateAsync());
        var due = cases.WorkingDays.Add(cases.Today, 6);
        await cases.EscalateAsync(silent, due, Ministry.Vws, Ministry.Ocw, Ministry.Szw);
        await cases.EscalateAsync(lost, cases.WorkingDays.Add(due, 30), Ministry.Ocw);
        await cases.MailAsync(silent, "vraag-aan-ministerie", count: 3);
        var question = await cases.MailAsync(lost, "vraag-aan-ministerie");
        await MoveToAsync(cases.WorkingDays.Add(due, 9), new TimeOnly(12, 0));
        await cases.MailAsync(silent, "herinnering-na-de-dag", count: 3);
        await BounceAsync(question, lost);
        await cases.MailAsync(lost, "tweede-contact");
        Assert.Empty(await MorningMailsAsync());

        var day = cases.WorkingDays.Add(due, 10);
        await MoveToAsync(day, new TimeOnly(8, 0));
        await MorningMailAsync();
        await MoveToAsync(day, new TimeOnly(11, 30));

        var mail = await MorningMailAsync();
        var text = mail.GetProperty("text").GetString()!;
        Assert.Equal("Dit vraagt je aandacht", mail.GetProperty("subject").GetString());
        Assert.StartsWith("coordinatie@", MinistryCases.ToOf(mail), StringComparison.Ordinal);
        Assert.StartsWith("3 ministeries zwijgen en 1 mail kwam niet goed aan.", text, StringComparison.Ordinal);
        Assert.Equal(4, text.Split($"/werkbank/zaken/{silent}/ministeries\n").Length);
        Assert.Equal(2, text.Split($"/werkbank/zaken/{lost}#mails\n").Length);
        Assert.Equal([$"desk/steps.coordinators.{day:yyyy-MM-dd}"], await app.Storage.Blobs.GetBlobContainerClient(Outbox.Container)
            .GetBlobsAsync(BlobTraits.None, BlobStates.None, "desk/", default).Select(blob => blob.Name).ToListAsync());
        Assert.DoesNotContain(await cases.AllMailsAsync(), sent => MinistryCases.KindOf(sent)
            is "ministerie-zwijgt" or "post-niet-aangekomen");
        using var analyst = cases.Analyst();
        foreach (var (signal, number) in new[] { ("ministerie-zwijgt", silent), ("mail-niet-aangekomen", lost) })
        {
            var queue = await analyst.GetFromJsonAsync<JsonElement>($"/v1/zaken?tab=alle&signaal={signal}");
            Assert.Equal(number.Value, Assert.Single(queue.GetProperty("zaken").EnumerateArray()).GetProperty("zaaknummer").GetString());
        }
    }

    /// <summary>Waits for the mails of a morning to the coordinators, which must be one.</summary>
    private async Task<JsonElement> MorningMailAsync()
    {
        await Journey.UntilAsync(async () => (await MorningMailsAsync()).Any(), "the mail of the morning");
        return Assert.Single(await MorningMailsAsync());
    }

    private async Task<IEnumerable<JsonElement>> MorningMailsAsync() => (await cases.AllMailsAsync()).Where(mail =>
        MinistryCases.KindOf(mail) == "stappen-te-doen" && MinistryCases.ToOf(mail).StartsWith("coordinatie@", StringComparison.Ordinal));

    /// <summary>What SendGrid would report, signed, in a batch with a doubled, a foreign and a senseless one.</summary>
    private async Task BounceAsync(JsonElement mail, CaseNumber number)
    {
        var outboxId = mail.GetProperty("customArgs").GetProperty("outboxId").GetString()!;
        var at = cases.Clock.GetUtcNow().ToUnixTimeSeconds();
        object[] batch =
        [
            new { @event = "bounce", sg_event_id = "b1", timestamp = at, zaaknummer = number.Value, outboxId },
            new { @event = "bounce", sg_event_id = "b1", timestamp = at, zaaknummer = number.Value, outboxId },
            new { @event = "delivered", sg_event_id = "d1", timestamp = at - 5, zaaknummer = number.Value, outboxId },
            new { @event = "open", sg_event_id = "o1", timestamp = at },
            new { @event = "bounce", sg_event_id = "x1", timestamp = at, zaaknummer = "RR-2026-00000", outboxId = "geen" },
            7,
        ];
        var body = JsonSerializer.SerializeToUtf8Bytes(batch);
        Assert.Equal(HttpStatusCode.Unauthorized, await ReportAsync(body, [.. body, (byte)' '], at));
        Assert.Equal(HttpStatusCode.NoContent, await ReportAsync(body, body, at));
        Assert.Equal(HttpStatusCode.NoContent, await ReportAsync(body, body, at));
    }

    private async Task<HttpStatusCode> ReportAsync(byte[] signedBody, byte[] sentBody, long at)
    {
        var timestamp = at.ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/webhooks/sendgrid") { Content = new ByteArrayContent(sentBody) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add(SendGridSignature.TimestampHeader, timestamp);
        request.Headers.Add(SendGridSignature.SignatureHeader, Convert.ToBase64String(
            key.SignData([.. Encoding.UTF8.GetBytes(timestamp), .. signedBody], HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence)));
        using var response = await app.Http.SendAsync(request);
        return response.StatusCode;
    }

    private async Task<string> PassOnAsync(CaseNumber number, string code, string colleague)
    {
        var response = await cases.ReactAsync(code, new { soort = "doorzetten", email = colleague });
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return MinistryCases.CodeIn(await cases.MailAsync(number, "doorgezet", colleague));
    }

    private Task MoveToAsync(DateOnly day, TimeOnly time) => app.MoveClockAsync(WorkingDays.MomentOf(day, time) - cases.Clock.GetUtcNow());
}
