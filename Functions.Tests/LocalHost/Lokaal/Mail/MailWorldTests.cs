using System.Net.Http.Json;
using LocalHost.Lokaal;
using LocalHost.Lokaal.Clock;
using LocalHost.Lokaal.Mail;

namespace RegelLoket.Tests.LocalHost.Lokaal.Mail;

/// <summary>The mail service's calls, taken by the app itself.</summary>
[Collection(LokaalTests.Name)]
public sealed class MailWorldTests(LokaalFixture app)
{
    private static readonly KeptMail Mail = new(
        "one", "<one@example.org>", "loket@example.org", "rr-2026-7kq4m.vws.x@antwoord.example.org", ["vws@example.org"], [],
        "Vraag", "Hallo", "", new Dictionary<string, string>(), [],
        new Dictionary<string, string> { ["zaaknummer"] = "RR-2026-7KQ4M", ["outboxId"] = "a.1" }, default);

    [Fact]
    public async Task ReportAsync_ClockMoved_IsTakenByTheApp()
    {
        await app.Http.PostAsJsonAsync("/lokaal/klok", new { vooruit = "1.00:00:00" });

        Assert.Equal(204, (await World().ReportAsync(Mail, MailReport.All[0], CancellationToken.None)).Status);
    }

    [Fact]
    public async Task ReportAsync_AnotherKey_IsRefusedByTheApp()
    {
        using var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);

        var answer = await World(settings => settings with { WebhookKey = other })
            .ReportAsync(Mail, MailReport.All[0], CancellationToken.None);

        Assert.Equal(401, answer.Status);
        Assert.Contains("Handtekening klopt niet", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReplyAsync_Written_IsTakenByTheApp() =>
        Assert.Equal(204, (await World().ReplyAsync(Mail, new MailReply("vws@example.org", "Ja."), CancellationToken.None)).Status);

    [Fact]
    public async Task ReplyAsync_WrongPassword_IsRefusedByTheApp() =>
        Assert.Equal(401, (await World(settings => settings with { InboundPassword = "x" })
        .ReplyAsync(Mail, new MailReply("vws@example.org", "Ja."), CancellationToken.None)).Status);

    private MailWorld World(Func<LokaalSettings, LokaalSettings>? change = null)
    {
        var settings = app.Settings with { Webhooks = new WebhookAddresses("/v1/webhooks/sendgrid", "/v1/webhooks/inkomend") };
        var time = new DeskTime(new DeskOffset(app.Storage.ConnectionString, LokaalFixture.ClockBlob));
        return new MailWorld(change?.Invoke(settings) ?? settings, app.Host.Address, time);
    }
}
