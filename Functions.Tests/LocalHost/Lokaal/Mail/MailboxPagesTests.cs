using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using LocalHost.Lokaal.Mail;
using Microsoft.Extensions.Options;
using RegelLoket.Notifications;

namespace RegelLoket.Tests.LocalHost.Lokaal.Mail;

[Collection(LokaalTests.Name)]
public sealed class MailboxPagesTests(LokaalFixture app)
{
    [Fact]
    public async Task Mails_AreShownNewestFirstAndEncoded()
    {
        var (old, young) = (await KeepAsync("Oud <b>nieuws</b>", new DateTime(2026, 1, 1)),
            await KeepAsync("RR-2026-7KQ4M: nieuw", new DateTime(2026, 1, 2)));
        await new BlobContainerClient(app.Storage.ConnectionString, "mailbox")
            .UploadBlobAsync($"20260103000000000-{Guid.NewGuid():N}.json", new BinaryData("{"));

        var all = await app.Http.GetFromJsonAsync<JsonElement>("/lokaal/postbus.json");
        var found = await app.Http.GetFromJsonAsync<JsonElement>("/lokaal/postbus.json?zoek=7kq4m");
        var list = await app.PageAsync("/lokaal/postbus");
        var page = await app.PageAsync($"/lokaal/postbus/{old.Id}");

        var ids = all.EnumerateArray().Select(mail => mail.GetProperty("id").GetString()).ToList();
        Assert.True(ids.IndexOf(young.Id) < ids.IndexOf(old.Id));
        Assert.Equal(young.Id, Assert.Single(found.EnumerateArray()).GetProperty("id").GetString());
        Assert.Contains($"<a href=\"/lokaal/postbus/{old.Id}\">Oud &lt;b&gt;nieuws&lt;/b&gt;</a>", list, StringComparison.Ordinal);
        Assert.Contains("<h1>Oud &lt;b&gt;nieuws&lt;/b&gt;</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"http://localhost:7071/volgen\">", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("/lokaal/postbus/none")).StatusCode);
    }

    [Fact]
    public async Task Html_OfAMail_IsInASandbox()
    {
        var mail = await KeepAsync("Html");

        using var response = await app.Http.GetAsync($"/lokaal/postbus/{mail.Id}/html");

        Assert.StartsWith("sandbox allow-popups", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("<base target=\"_blank\"><p>Hallo</p>", await response.Content.ReadAsStringAsync());
        Assert.Contains("<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\"",
            await app.PageAsync($"/lokaal/postbus/{mail.Id}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bezorgd", "delivered", "response")]
    [InlineData("uitgesteld", "deferred", "attempt")]
    [InlineData("teruggekomen", "bounce", "reason")]
    [InlineData("afgewezen", "bounce", "bounce_classification")]
    [InlineData("tegengehouden", "dropped", "reason")]
    [InlineData("spam", "spamreport", "email")]
    public async Task Report_Pressed_SendsTheAppASignedEvent(string button, string name, string field)
    {
        var mail = await KeepAsync($"Melding {button}");

        using var response = await app.PostFormAsync($"/lokaal/postbus/{mail.Id}/meldingen", ("melding", button));
        var call = app.Calls.Last(call => Encoding.UTF8.GetString(call.Body).Contains(mail.Id, StringComparison.Ordinal));
        var report = JsonSerializer.Deserialize<JsonElement>(call.Body)[0];

        Assert.Contains("De app nam het aan (antwoord 204).", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(LokaalFixture.EventsPath, call.Path);
        Assert.True(Signature()
            .IsValid(call.Headers[SendGridSignature.TimestampHeader], call.Headers[SendGridSignature.SignatureHeader], call.Body));
        Assert.False(Signature()
            .IsValid(call.Headers[SendGridSignature.TimestampHeader], call.Headers[SendGridSignature.SignatureHeader], [.. call.Body, 32]));
        Assert.Equal(name, report.GetProperty("event").GetString());
        Assert.True(report.TryGetProperty(field, out _));
        Assert.Equal("melder@example.org", report.GetProperty("email").GetString());
        Assert.Equal(mail.MessageId, report.GetProperty("smtp-id").GetString());
        Assert.StartsWith($"{mail.Id}.", report.GetProperty("sg_message_id").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(report.GetProperty("sg_event_id").GetString()!);
        Assert.Equal("receipt.1", report.GetProperty("outboxId").GetString());
        Assert.Equal(call.Headers[SendGridSignature.TimestampHeader], report.GetProperty("timestamp").GetRawText());
    }

    [Fact]
    public async Task Report_PressedTwice_HasAnEventIdOfItsOwn()
    {
        var mail = await KeepAsync("Tweemaal");

        await app.PostFormAsync($"/lokaal/postbus/{mail.Id}/meldingen", ("melding", "bezorgd"));
        await app.PostFormAsync($"/lokaal/postbus/{mail.Id}/meldingen", ("melding", "bezorgd"));

        var ids = app.Calls.Where(call => Encoding.UTF8.GetString(call.Body).Contains(mail.Id, StringComparison.Ordinal))
            .Select(call => JsonSerializer.Deserialize<JsonElement>(call.Body)[0].GetProperty("sg_event_id").GetString()).ToList();
        Assert.Equal(2, ids.Count);
        Assert.Equal(2, ids.Distinct().Count());
    }

    [Fact]
    public async Task Report_RefusedByTheApp_ShowsItsAnswerEncoded()
    {
        var mail = await KeepAsync("Geweigerd");
        app.Answer = 401;
        try
        {
            using var response = await app.PostFormAsync($"/lokaal/postbus/{mail.Id}/meldingen", ("melding", "bezorgd"));
            var page = await response.Content.ReadAsStringAsync();

            Assert.Contains("De app weigerde het (antwoord 401).", page, StringComparison.Ordinal);
            Assert.Contains("<pre>&lt;nee&gt;</pre>", page, StringComparison.Ordinal);
        }
        finally
        {
            app.Answer = 204;
        }
    }

    [Fact]
    public async Task Report_Unknown_Is400AndSendsNothing()
    {
        var mail = await KeepAsync("Onbekend");

        using var response = await app.PostFormAsync($"/lokaal/postbus/{mail.Id}/meldingen", ("melding", "verdwenen"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain(app.Calls, call => Encoding.UTF8.GetString(call.Body).Contains(mail.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reply_Written_ReachesTheAppAsInboundMail()
    {
        var mail = await KeepAsync("Vraag é");

        using var response = await app.PostFormAsync($"/lokaal/postbus/{mail.Id}/antwoord", ("van", "melder@example.org"),
            ("tekst", "Er is ruimte.\r\nGroet, Sé"));
        var call = app.Calls.Last(call => call.Path == LokaalFixture.InboundPath
            && call.Form["headers"].Contains(mail.MessageId, StringComparison.Ordinal));

        Assert.Contains("Je antwoord is verstuurd.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"sendgrid:{app.Keys.InboundPassword}"))}",
            call.Headers["Authorization"]);
        Assert.Equal(
            ["attachments", "charsets", "dkim", "envelope", "from", "headers", "sender_ip", "SPF", "subject", "text", "to"],
            call.Form.Keys.Order(StringComparer.OrdinalIgnoreCase));
        Assert.Equal("""{"to":["antwoord@example.org"],"from":"melder@example.org"}""", call.Form["envelope"]);
        Assert.Equal("Re: Vraag é", call.Form["subject"]);
        Assert.StartsWith("Er is ruimte.\nGroet, Sé\n\nOp ", call.Form["text"], StringComparison.Ordinal);
        Assert.Contains("\n> Zie http://localhost:7071/volgen", call.Form["text"], StringComparison.Ordinal);
        Assert.Contains($"In-Reply-To: {mail.MessageId}\n", call.Form["headers"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("melder@example.org", "  ")]
    [InlineData("iemand.anders@example.org", "Hallo")]
    public async Task Reply_EmptyOrFromAnother_Is400(string from, string text)
    {
        var mail = await KeepAsync("Leeg");

        using var response = await app.PostFormAsync($"/lokaal/postbus/{mail.Id}/antwoord", ("van", from), ("tekst", text));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain(app.Calls, call =>
            call.Form.GetValueOrDefault("headers")?.Contains(mail.MessageId, StringComparison.Ordinal) ?? false);
    }

    private SendGridSignature Signature() => new(
        Options.Create(new SendGridOptions { WebhookKey = app.Keys.WebhookPublicKey, WebhookTolerance = TimeSpan.FromDays(4000) }),
        TimeProvider.System);

    private async Task<KeptMail> KeepAsync(string subject, DateTime? sentAt = null)
    {
        var id = Guid.NewGuid().ToString("N")[..12];
        var mail = new KeptMail(
            id, $"<{id}@example.org>", "loket@example.org", "antwoord@example.org", ["melder@example.org"], [], subject,
            "Zie http://localhost:7071/volgen.",
            "<p>Hallo</p>", new Dictionary<string, string>(), ["ontvangst"], new Dictionary<string, string> { ["outboxId"] = "receipt.1" },
            new DateTimeOffset(sentAt ?? new DateTime(2026, 1, 1), TimeSpan.Zero));
        await new Mailbox(app.Storage.ConnectionString).KeepAsync(mail, CancellationToken.None);
        return mail;
    }
}
