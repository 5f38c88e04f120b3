using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using FsCheck.Fluent;
using RegelLoket.Notifications;
using RegelLoket.Tests.Intake;

namespace RegelLoket.Tests.Web;

/// <summary>
/// The whole app over HTTP, given altered inputs of the corpus at every way in: bodies of the API, forms, webhooks, codes, cookies, headers
/// and queries. It refuses or takes them; it never fails, and logs no error.
/// </summary>
public sealed class HostileInputTests(HostileInputTests.Desk desk) : IClassFixture<HostileInputTests.Desk>
{
    private const int PerWayIn = 40;
    private const string Password = "inkomend";
    private const string FormType = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData("POST", "/v1/meldingen", "report.json")]
    [InlineData("POST", "/v1/meldingen", "half-a-surrogate-in-a-name.json")]
    [InlineData("POST", "/v1/vergelijkbare-casussen", "scan.json")]
    [InlineData("POST", "/v1/persoonsgegevens-scans", "scan.json")]
    [InlineData("POST", "/v1/suggesties", "report.json")]
    [InlineData("PUT", "/v1/zaken/{0}/contextanalyse", "analysis.json")]
    [InlineData("POST", "/v1/zaken/{0}/uitkomsten", "outcome.json")]
    public Task Body_OfTheApi_IsTakenOrRefused(string method, string address, string seed) => AssertAllAsync(Mutations.Seed(seed), body =>
        Request(method, address, body, "application/json", analyst: true));

    [Fact]
    public Task DeliveryEvents_SignedWhateverTheyHold_AreTakenOrRefused() => AssertAllAsync(Mutations.Seed("delivery-events.json"), body =>
    {
        var request = Request("POST", "/v1/webhooks/sendgrid", body, "application/json");
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add(SendGridSignature.TimestampHeader, now);
        request.Headers.Add(SendGridSignature.SignatureHeader, Convert.ToBase64String(desk.Key.SignData(
            [.. Encoding.UTF8.GetBytes(now), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)));
        return request;
    });

    [Theory]
    [InlineData("reply.multipart")]
    [InlineData("whole-mail.multipart")]
    [InlineData("ended-too-early.multipart")]
    public Task InboundMail_WhateverItHolds_IsKeptOrRefused(string seed) => AssertAllAsync(Mutations.Seed(seed), body =>
    {
        var request = Request("POST", "/v1/webhooks/inkomend", body, "multipart/form-data; boundary=grens");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"sendgrid:{Password}")));
        return request;
    });

    [Theory]
    [InlineData("/melden/doel")]
    [InlineData("/volgen")]
    [InlineData("/reactie")]
    [InlineData("/volgen/effect/openen")]
    public async Task Form_OfAPage_IsShownAgainOrRefused(string address)
    {
        using var visit = new PageVisit(desk.App.Address);
        await visit.ReadAsync("/melden");
        await AssertAllAsync(Mutations.Seed("form.txt"), body => Request("POST", address, body, FormType), visit.Http);
    }

    [Fact]
    public Task Codes_InTheirHeaders_OpenNothing() => AssertAllAsync(
        Encoding.UTF8.GetBytes(string.Join('\n', Mutations.Lines("codes.txt").Append(desk.Journey.Code))), body =>
        {
            var lines = Encoding.Latin1.GetString(body).Split('\n');
            var request = Request("GET", lines.Length % 2 == 0 ? "/v1/meldingen/{0}" : "/v1/reacties");
            request.Headers.TryAddWithoutValidation("Volgcode", Printable(lines[0]));
            request.Headers.TryAddWithoutValidation("Reactiecode", Printable(lines[^1]));
            return request;
        });

    [Fact]
    public Task CookiesAndHeaders_OfAnyText_ChangeNothing() => AssertAllAsync(
        Encoding.UTF8.GetBytes(string.Join('\n', Mutations.Lines("headers.txt").Concat(Mutations.Lines("cookies.txt")))), body =>
        {
            var lines = Encoding.Latin1.GetString(body).Split('\n');
            var request = Request("GET", lines.Length % 2 == 0 ? "/volgen/melding" : "/reactie");
            request.Headers.TryAddWithoutValidation("Cookie", Printable(lines[^1]));
            foreach (var line in lines.Select(line => line.Split(": ", 2)).Where(line => line.Length == 2))
            {
                request.Headers.TryAddWithoutValidation(Printable(line[0]), Printable(line[1]));
            }

            return request;
        });

    [Theory]
    [InlineData("/bibliotheek")]
    [InlineData("/v1/casussen")]
    [InlineData("/werkbank")]
    [InlineData("/v1/zaken")]
    [InlineData("/cijfers")]
    public Task Query_OfAnyText_FindsOrIsRefused(string address) => AssertAllAsync(Mutations.Seed("query.txt"), body =>
        Request("GET", $"{address}?{Uri.EscapeDataString(Encoding.Latin1.GetString(body)[..Math.Min(body.Length, 900)])
            .Replace("%3D", "=", StringComparison.Ordinal).Replace("%26", "&", StringComparison.Ordinal)
            .Replace("%25", "%", StringComparison.Ordinal)}", analyst: true));

    private async Task AssertAllAsync(byte[] seed, Func<byte[], HttpRequestMessage> requestOf, HttpClient? visitor = null)
    {
        var failed = new List<string>();
        foreach (var body in Mutations.Of([seed]).Sample(PerWayIn).Prepend(seed))
        {
            using var request = requestOf(body);
            using var answer = await (visitor ?? desk.App.Http).SendAsync(request);
            if ((int)answer.StatusCode >= 500)
            {
                failed.Add($"{(int)answer.StatusCode} {request.RequestUri} {Convert.ToBase64String(body)}");
            }
        }

        var errors = desk.App.Log.Where(line => line.StartsWith("Error", StringComparison.Ordinal)
            || line.StartsWith("Critical", StringComparison.Ordinal));
        Assert.True(failed.Count == 0, string.Join('\n', failed.Concat(errors)));
        Assert.Empty(errors);
    }

    private HttpRequestMessage Request(string method, string address, byte[]? body = null, string? type = null, bool analyst = false)
    {
        var request = new HttpRequestMessage(
            new HttpMethod(method), new Uri(address.Replace("{0}", desk.Journey.Number, StringComparison.Ordinal), UriKind.Relative));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }
        if (analyst)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AppFixture.Token("analist", "Ans Analist"));
        }

        return request;
    }

    /// <summary>What a client can send as a header at all.</summary>
    private static string Printable(string text) => string.Concat(text.Where(c => c is >= ' ' and <= '~'));

    /// <summary>An app that takes webhooks and inbound mail, with one case.</summary>
    public sealed class Desk : IAsyncLifetime
    {
        internal ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        internal AppFixture App { get; private set; } = null!;

        internal Journey Journey { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = await AppFixture.StartAsync(
                ("SendGrid:WebhookKey", Convert.ToBase64String(Key.ExportSubjectPublicKeyInfo())), ("SendGrid:InboundPassword", Password),
                ("Notifications:InboundDomain", "antwoord.example"));
            Journey = new Journey(name => name is null ? App.NewClient() : App.AsAnalyst(name));
            await Journey.ReportAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            Key.Dispose();
        }
    }
}
