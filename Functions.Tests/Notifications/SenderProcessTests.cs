using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace RegelLoket.Tests.Notifications;

/// <summary>What only the app as a process of its own can show: whom it trusts, and what a kill -9 leaves behind.</summary>
[Collection(nameof(WholeJob))]
public sealed partial class SenderProcessTests(AzuriteFixture storage) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("regelloket-ca-").FullName;

    [Fact]
    public async Task Smtp_StartTlsWithLoginOverATrustedCertificate_BringsTheReceipt()
    {
        var (authority, certificate, key) = MakeCertificates();
        await using var server = await SmtpServer.StartAsync("starttls", certificate, key);
        await using var app = new AppProcess(storage) { Environment = { ["SSL_CERT_FILE"] = authority } };
        await app.StartAsync(
            "--Smtp:Host", "localhost", "--Smtp:Port", server.Port.ToString(CultureInfo.InvariantCulture), "--Smtp:User", "loket", "--Smtp:Password", "geheim",
            "--Notifications:AllowedDomains:0", "melders.example");
        var journey = new Journey(app.Client);

        await journey.ReportAsync(email: "melder@melders.example");
        var mail = await server.NextAsync().WaitAsync(TimeSpan.FromMinutes(2));

        Assert.True(mail.GetProperty("secure").GetBoolean());
        Assert.Equal("loket", mail.GetProperty("user").GetString());
        Assert.Equal("melder@melders.example", mail.GetProperty("to")[0].GetString());
        var raw = mail.GetProperty("raw").GetString()!;
        var bodies = EncodedBody().Matches(raw).Select(m => Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups[1].Value))).ToList();
        Assert.Equal(2, bodies.Count);
        Assert.All(bodies, body => Assert.Contains(journey.Number, body, StringComparison.Ordinal));
        Assert.Contains("Auto-Submitted: auto-generated", raw, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("geheim", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendGrid_ProcessKilledBetweenHandingOverAndRecording_GivesOneDoubleWithTheSameMessageId()
    {
        await using var stub = await SendGridStub.StartAsync();
        await using var app = new AppProcess(storage);
        var killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stub.Answer = async (number, http) =>
        {
            if (!killed.Task.IsCompleted && stub.Mails.Last().GetRawText().Contains("stekker@melders.example", StringComparison.Ordinal))
            {
                // SendGrid has the mail; its answer finds nobody.
                await app.KillAsync();
                killed.SetResult();
            }

            await SendGridStub.AcceptAsync(http, $"sg-{number}");
        };
        Task StartAsync() => app.StartAsync(
            "--SendGrid:ApiKey", "SG.test", "--SendGrid:Host", stub.Address.ToString(), "--Notifications:AllowedDomains:0", "melders.example");
        await StartAsync();
        var journey = new Journey(app.Client);

        await journey.ReportAsync(email: "stekker@melders.example");
        await killed.Task.WaitAsync(TimeSpan.FromMinutes(2));
        await StartAsync();
        // Past the claim of the dead sender, and over the timer that looks for such mails.
        await journey.MoveClockAsync(TimeSpan.FromMinutes(25));
        await Journey.UntilAsync(async () => (await OutboxAsync(journey.Number)).Contains("\"verzonden\"", StringComparison.Ordinal), "the mail to be on record as sent");
        await journey.MoveClockAsync(TimeSpan.FromMinutes(25));

        var receipts = stub.Mails.Where(m => m.GetProperty("custom_args").GetProperty("zaaknummer").GetString() == journey.Number && m.GetProperty("categories")[0].GetString() == "ontvangst").ToList();
        Assert.Equal(2, receipts.Count);
        Assert.Single(receipts.Select(m => m.GetProperty("headers").GetProperty("Message-ID").GetString()).Distinct());
    }

    [GeneratedRegex(@"Content-Transfer-Encoding: base64\r\n\r\n([A-Za-z0-9+/=\r\n]+)", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedBody();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<string> OutboxAsync(string number)
    {
        var container = storage.Blobs.GetBlobContainerClient(RegelLoket.Notifications.Outbox.Container);
        await foreach (var blob in container.GetBlobsAsync(prefix: $"{number}/"))
        {
            return (await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
        }

        return "";
    }

    /// <summary>An authority of this run only, and a certificate for localhost that it signed, as files.</summary>
    private (string Authority, string Certificate, string Key) MakeCertificates()
    {
        var from = TimeProvider.System.GetUtcNow().AddDays(-1);
        using var authorityKey = RSA.Create(2048);
        var authorityRequest = new CertificateRequest("CN=Authority of the tests", authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        using var authority = authorityRequest.CreateSelfSigned(from, from.AddDays(30));
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(authority, from, from.AddDays(20), RandomNumberGenerator.GetBytes(8));
        return (Write("ca.pem", authority.ExportCertificatePem()), Write("server.pem", certificate.ExportCertificatePem()), Write("server.key", key.ExportPkcs8PrivateKeyPem()));
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
