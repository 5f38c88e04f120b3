using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation.Inbound;
using RegelLoket.Notifications;

namespace RegelLoket.Tests.Escalation.Inbound;

/// <summary>
/// Mail that comes in at the address of a question, by the service's own form: each becomes an event and, where a person must look, a task.
/// </summary>
public sealed class InboundTests(InboundApp inbound) : IClassFixture<InboundApp>
{
    private readonly AppFixture app = inbound.App;
    private readonly MinistryCases cases = new(inbound.App);

    [Fact]
    public async Task Reply_WithAnswersBetweenTheQuotation_Case1And2_IsShownWholeWithTheQuotationFoldedAndNoCode()
    {
        var (number, address) = await inbound.AskedAsync();

        await inbound.BringAsync(address, InboundApp.Text(
            $"Zie mijn antwoorden hieronder\n\nOp ma 30 nov 2026 om 09:12 schreef RegelLoket <\n{address}>:\n> vraag\n\n"
            + "Antwoord: UWV mag toestemming geven\n\n> vraag 2\n\nAntwoord: nee\n\n"
            + $"Op 30 nov. 2026 heeft RegelLoket <{address}> het volgende geschreven:\n> x"));

        var page = await inbound.PageAsync(number);
        var shown = WebUtility.HtmlDecode(page);
        Assert.Contains("Antwoord: UWV mag toestemming geven", shown, StringComparison.Ordinal);
        Assert.Contains("Antwoord: nee", shown, StringComparison.Ordinal);
        Assert.Contains("<summary>Geciteerde tekst</summary>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(address.Split('.')[2].Split('@')[0], page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("geschreven:", await inbound.TextAsync(number), StringComparison.Ordinal);
        Assert.Contains("Lees de mail van SZW", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_InWesternLetters_Case3_IsAsWritten()
    {
        var (number, address) = await inbound.AskedAsync();
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        await inbound.BringAsync(address, ("text", new ByteArrayContent(western.GetBytes("coördinatie, Eén"))),
            ("charsets", new StringContent("""{"text":"windows-1252"}""")));

        Assert.Equal("coördinatie, Eén", await inbound.TextAsync(number));
    }

    [Fact]
    public async Task Reply_OfManyWords_Case5_BecomesTheAnswerWhole()
    {
        var (number, address) = await inbound.AskedAsync();
        var long5 = string.Concat(Enumerable.Repeat("Artikel 76 geeft hier ruimte voor. ", 365)) + "SLOTCONCLUSIE: het mag.";
        await inbound.BringAsync(address, InboundApp.Text(long5));

        Assert.Equal(HttpStatusCode.OK, await DecideAsync(number, (await inbound.MailAsync(number)).Event, accepted: true));

        var file = await inbound.FileAsync(number);
        Assert.Equal(long5, file.Text(file.State.RequestTo(Ministry.Szw)!.Answer));
    }

    [Fact]
    public async Task Correction_AfterTheAnswerWasTakenOver_Case7_IsATaskForTheHandler()
    {
        var (number, address) = await inbound.AskedAsync();
        await inbound.BringAsync(address, InboundApp.Text("Het mag."));
        await DecideAsync(number, (await inbound.MailAsync(number)).Event, accepted: true);

        await inbound.BringAsync(address, InboundApp.Text("Correctie: het mag toch niet."));

        var correction = (await inbound.FileAsync(number)).State.RequestTo(Ministry.Szw)!.Mails[^1];
        Assert.Equal((InboundKind.AfterTheEnd, true), (correction.Kind, correction.Waits));
        Assert.Contains("Correctie: het mag toch niet.", await inbound.PageAsync(number), StringComparison.Ordinal);
        var key = $"{MailKind.MinistryReplied.Slug()}.{Ministry.Szw.Slug()}.{correction.Event}";
        await Journey.UntilAsync(
            async () => (await app.Services.GetRequiredService<Outbox>().FindAsync(number, key, default))?.State == MailState.Sent,
            "the handler to hear of the correction");
        Assert.Equal(HttpStatusCode.Conflict, await DecideAsync(number, correction.Event, accepted: true));
        Assert.Equal(HttpStatusCode.OK, await DecideAsync(number, correction.Event, accepted: false));
        Assert.Equal(HttpStatusCode.OK, await DecideAsync(number, correction.Event, accepted: false));
        Assert.DoesNotContain((await inbound.FileAsync(number)).State.RequestTo(Ministry.Szw)!.Mails, mail => mail.Waits);
    }

    [Fact]
    public async Task Decision_OnAMail_TakesTheOneThatItNamesAndNoneThatCameSince()
    {
        var (number, address) = await inbound.AskedAsync();
        await inbound.BringAsync(address, InboundApp.Text("Het mag."));
        var first = await inbound.MailAsync(number);
        await inbound.BringAsync(address, InboundApp.Text("Het mag niet."));

        Assert.Equal(HttpStatusCode.BadRequest, await DecideAsync(number, mail: null, accepted: true));
        Assert.Equal(HttpStatusCode.OK, await DecideAsync(number, first.Event, accepted: true));
        Assert.Equal(HttpStatusCode.OK, await DecideAsync(number, first.Event, accepted: true));
        Assert.Equal(HttpStatusCode.Conflict, await DecideAsync(number, first.Event, accepted: false));

        var file = await inbound.FileAsync(number);
        Assert.Equal("Het mag.", file.Text(file.State.RequestTo(Ministry.Szw)!.Answer));
        Assert.True(file.State.RequestTo(Ministry.Szw)!.Mails[^1].Waits);
    }

    [Fact]
    public async Task Decision_ByTheFormOnThePage_TakesTheMailThatItShows()
    {
        var (number, address) = await inbound.AskedAsync();
        await inbound.BringAsync(address, InboundApp.Text("Het mag."));
        var first = await inbound.MailAsync(number);
        using var analyst = new FormVisitor(app, "analist");
        await analyst.GetAsync($"/werkbank/zaken/{number}/ministeries");
        await inbound.BringAsync(address, InboundApp.Text("Het mag niet."));

        using var posted = await analyst.PostAsync($"/werkbank/zaken/{number}/ministeries/mailantwoord",
            ("ministerie", "szw"), ("mail", first.Event.ToString(CultureInfo.InvariantCulture)), ("overnemen", "ja"));

        Assert.Equal(HttpStatusCode.SeeOther, posted.StatusCode);
        var file = await inbound.FileAsync(number);
        Assert.Equal("Het mag.", file.Text(file.State.RequestTo(Ministry.Szw)!.Answer));
    }

    [Fact]
    public async Task Mail_ThatNoPersonWrote_IsKeptAndWaitsForNobody()
    {
        var (number, address) = await inbound.AskedAsync();

        await inbound.BringAsync(address, InboundApp.Text("Ik ben er niet."),
            ("headers", new StringContent("Auto-Submitted: auto-replied\nMessage-ID: <ooo@x.example>\n")));

        Assert.Equal((InboundKind.Automatic, false), await inbound.MailAsync(number) is var mail ? (mail.Kind, mail.Waits) : default);
        Assert.Contains("Ik ben er niet.", await inbound.PageAsync(number), StringComparison.Ordinal);
        Assert.DoesNotContain(await cases.MailsAsync(number), mail => MinistryCases.KindOf(mail) == "bericht-van-ministerie");
    }

    [Fact]
    public async Task Mail_BroughtTwice_IsOne()
    {
        var (number, address) = await inbound.AskedAsync();
        var id = new StringContent("Message-ID: <tweemaal@minszw.example>\n");

        await inbound.BringAsync(address, InboundApp.Text("Het mag."), ("headers", id));
        await inbound.BringAsync(address, InboundApp.Text("Het mag."),
            ("headers", new StringContent("message-id: <tweemaal@minszw.example>\n")));

        Assert.Single((await inbound.FileAsync(number)).Events, e => e.What is MinistryMailed);
    }

    [Fact]
    public async Task Mail_FromAnotherAddress_IsATaskAndCannotBecomeTheAnswer()
    {
        var (number, address) = await inbound.AskedAsync();

        await inbound.BringAsync(address, InboundApp.Text("Het mag."), ("from", new StringContent("Uwe <uwe@uwv.example>")));

        var mail = await inbound.MailAsync(number);
        Assert.Equal((InboundKind.OtherSender, true), (mail.Kind, mail.Waits));
        Assert.Equal(HttpStatusCode.Conflict, await DecideAsync(number, mail.Event, accepted: true));
    }

    [Fact]
    public async Task Mail_ToTheAddressOfAFormerLink_FindsItsCase()
    {
        var (number, address) = await inbound.AskedAsync();
        using var passed = await cases.ReactAsync(await cases.CodeAsync(number, Ministry.Szw),
            new { soort = "doorzetten", email = "collega@minszw.example" });
        passed.EnsureSuccessStatusCode();

        await inbound.BringAsync(address, InboundApp.Text("Ik heb het doorgezet, maar het mag."));

        Assert.Equal(InboundKind.Reply, (await inbound.MailAsync(number)).Kind);
    }

    [Fact]
    public async Task Mail_ThatBelongsToNoCase_IsKeptForTheCoordinatorsUntilSomebodyHandlesIt()
    {
        var (number, address) = await inbound.AskedAsync();
        var subject = $"Verdwaald {Guid.NewGuid():N}";

        await inbound.BringAsync("x" + address, InboundApp.Text("Het mag."), ("subject", new StringContent(subject)));
        await inbound.BringAsync("info@antwoord.example", InboundApp.Text("Hallo?"), ("envelope", new StringContent("geen json")),
            ("subject", new StringContent($"Tweede {subject}")));

        Assert.DoesNotContain((await inbound.FileAsync(number)).Events, e => e.What is MinistryMailed);
        using var coordinator = new FormVisitor(app, "coordinator");
        var page = await coordinator.GetAsync("/werkbank/post/binnengekomen");
        Assert.Contains($"Onderwerp: {subject}", page, StringComparison.Ordinal);
        Assert.Contains($"Onderwerp: Tweede {subject}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Het mag.", page, StringComparison.Ordinal);
        var kept = app.Services.GetRequiredService<InboundMailStore>();
        var (id, _) = await kept.WaitingAsync(default).FirstAsync(waiting => waiting.Mail.Subject == subject);
        var mail = await coordinator.GetAsync($"/werkbank/post/binnengekomen/{id}");
        Assert.Contains("Het mag.", mail, StringComparison.Ordinal);
        Assert.All([page, mail], shown =>
            Assert.DoesNotContain(address.Split('.')[2].Split('@')[0], shown, StringComparison.OrdinalIgnoreCase));
        using var handled = await coordinator.PostAsync("/werkbank/post/binnengekomen", ("mail", id));
        Assert.Equal(HttpStatusCode.SeeOther, handled.StatusCode);
        Assert.DoesNotContain(
            $"Onderwerp: {subject}", await coordinator.GetAsync("/werkbank/post/binnengekomen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_AsItCame_IsShownWithItsHeadersAndGoesWithTheTextsOfTheCase()
    {
        var (number, address) = await inbound.AskedAsync();
        await inbound.BringAsync(address, InboundApp.Text("Het mag."), ("html", new StringContent("<p>Het <b>mag</b>.</p>")),
            ("headers", new StringContent($"X-Eigen: kop\nTo: {address}\nMessage-ID: <kop{number}@x.example>\n")));
        var mail = await inbound.MailAsync(number);
        using var analyst = app.AsAnalyst();

        var page = await analyst.GetStringAsync($"/werkbank/zaken/{number}/binnengekomen-mail/{mail.Event}");

        Assert.Contains("X-Eigen: kop", page, StringComparison.Ordinal);
        Assert.DoesNotContain(address.Split('.')[2].Split('@')[0], page, StringComparison.OrdinalIgnoreCase);
        var kept = app.Services.GetRequiredService<InboundMailStore>();
        Assert.NotNull(await kept.FindAsync(number, mail.Hash, default));
        await kept.ForgetAsync(await inbound.FileAsync(number), ErasedData.Reporter, default);
        Assert.NotNull(await kept.FindAsync(number, mail.Hash, default));
        await kept.ForgetAsync(await inbound.FileAsync(number), ErasedData.Texts, default);
        Assert.Null(await kept.FindAsync(number, mail.Hash, default));
    }

    [Fact]
    public async Task Webhook_FormThatEndsTooEarly_IsRefusedAndATaskOfTheCoordinators()
    {
        var kept = app.Services.GetRequiredService<InboundMailStore>();
        var before = await kept.WaitingAsync(default).CountAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await inbound.PostAsync(new StringContent("--grens\r\nContent-Dis")
        {
            Headers = { ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=grens") },
        }));

        Assert.Equal(before + 1, await kept.WaitingAsync(default).CountAsync());
        using var coordinator = new FormVisitor(app, "coordinator");
        Assert.Contains("Een mail die we niet konden lezen",
            await coordinator.GetAsync("/werkbank/post/binnengekomen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Webhook_WithoutThePassword_TakesNothing()
    {
        var (number, address) = await inbound.AskedAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await inbound.PostAsync("fout", address, [InboundApp.Text("Het mag.")]));

        Assert.Empty((await inbound.FileAsync(number)).State.RequestTo(Ministry.Szw)!.Mails);
    }

    private async Task<HttpStatusCode> DecideAsync(CaseNumber number, int? mail, bool accepted)
    {
        using var analyst = app.AsAnalyst();
        using var response = await analyst.PostAsJsonAsync(
            $"/v1/zaken/{number}/mailantwoorden", new { ministerie = "szw", mail, overnemen = accepted });
        return response.StatusCode;
    }
}
