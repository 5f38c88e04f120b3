using System.Globalization;
using Azure.Storage.Blobs.Models;
using RegelLoket.Notifications;

namespace RegelLoket.Tests.Notifications;

/// <summary>What only the app as a process of its own can show: whom it trusts, and what a kill -9 leaves behind.</summary>
[Collection(nameof(WholeJob))]
public sealed class SenderProcessTests(ITestOutputHelper log) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("regelloket-ca-").FullName;

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.Tls)]
    public async Task Smtp_LoginOverATrustedCertificate_BringsTheReceipt(SmtpSecurity security)
    {
        using var certificates = await TestAuthority.CreateAsync();
        await using var server = TestMailServer.Encrypted(certificates.Server, tls: security == SmtpSecurity.Tls);
        var authority = Path.Combine(folder, "ca.pem");
        await File.WriteAllTextAsync(authority, certificates.AuthorityPem);
        await using var app = new AppProcess(await SharedAzurite.TakeAccountAsync(), log)
        { Environment = { ["SSL_CERT_FILE"] = authority } };
        await app.StartAsync(
            "--SendGrid:ApiKey", "", "--Smtp:Host", "localhost", "--Smtp:Port", server.Port.ToString(CultureInfo.InvariantCulture),
            "--Smtp:Security", $"{security}",
            "--Smtp:User", "loket", "--Smtp:Password", "geheim", "--Notifications:AllowedDomains:0", "melders.example");
        var journey = new Journey(app.Client);

        await journey.ReportAsync(email: "melder@melders.example");
        var mail = await server.NextAsync().WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal((true, "loket", "melder@melders.example"), (mail.Secure, mail.User, mail.To));
        Assert.Contains(journey.Number, mail.Message.TextBody, StringComparison.Ordinal);
        Assert.Contains(journey.Number, mail.Message.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Message.Headers["Auto-Submitted"]);
        Assert.DoesNotContain("geheim", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendGrid_ProcessKilledBetweenHandingOverAndRecording_GivesOneDoubleWithTheSameMessageId()
    {
        await using var stub = await SendGridStub.StartAsync();
        var storage = await SharedAzurite.TakeAccountAsync();
        await using var app = new AppProcess(storage, log);
        var killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stub.Answer = async (number, http) =>
        {
            if (!killed.Task.IsCompleted && stub.Mails.Last().GetRawText().Contains("stekker@melders.example", StringComparison.Ordinal))
            {
                // SendGrid has the mail; its answer finds nobody. The worker first: it would end what it began without its host.
                await app.KillWorkerAsync();
                await app.KillAsync();
                killed.SetResult();
            }

            await SendGridStub.AcceptAsync(http, $"sg-{number}");
        };
        Task StartAsync() => app.StartAsync(
            "--SendGrid:ApiKey", "SG.test", "--SendGrid:Host", stub.Address.ToString());
        await StartAsync();
        var journey = new Journey(app.Client);

        await journey.ReportAsync(email: "stekker@melders.example");
        await killed.Task.WaitAsync(TimeSpan.FromMinutes(2));
        await StartAsync();
        // Past the claim of the dead sender, and over the timer that looks for such mails.
        await journey.MoveClockAsync(TimeSpan.FromMinutes(25));
        await Journey.UntilAsync(
            async () => (await OutboxAsync(storage, journey.Number)).Contains("\"verzonden\"", StringComparison.Ordinal),
            "the mail to be on record as sent");
        await journey.MoveClockAsync(TimeSpan.FromMinutes(25));

        var receipts = stub.Mails.Where(m => m.GetProperty("custom_args").GetProperty("zaaknummer")
            .GetString() == journey.Number && m.GetProperty("categories")[0].GetString() == "ontvangst").ToList();
        Assert.Equal(2, receipts.Count);
        Assert.Single(receipts.Select(m => m.GetProperty("headers").GetProperty("Message-ID").GetString()).Distinct());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<string> OutboxAsync(TestStorage storage, string number)
    {
        var container = storage.Blobs.GetBlobContainerClient(Outbox.Container);
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{number}/" }))
        {
            return (await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
        }

        return "";
    }
}
