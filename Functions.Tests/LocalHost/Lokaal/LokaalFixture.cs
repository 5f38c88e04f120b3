using System.Collections.Concurrent;
using System.Text;
using LocalHost.Hosting;
using LocalHost.Lokaal;
using LocalHost.Lokaal.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace RegelLoket.Tests.LocalHost.Lokaal;

/// <summary>The app on a host with the pages under /lokaal. The mail service's calls go to two addresses of the test's own.</summary>
public sealed class LokaalFixture : IAsyncLifetime
{
    internal const string EventsPath = "/stub/events";
    internal const string InboundPath = "/stub/inbound";
    internal const string MailKey = "SG.of-a-test";
    internal const string ClockBlob = "azure-webjobs-hosts/local/clock";

    private readonly DirectoryInfo keyFolder = Directory.CreateTempSubdirectory("regelloket-keys-");
    private FunctionHost? host;

    public TestStorage Storage { get; private set; } = new("");

    /// <summary>What the app under test got from the mail service, in order.</summary>
    internal ConcurrentQueue<StubCall> Calls { get; } = new();

    /// <summary>What the stubs answer.</summary>
    internal int Answer { get; set; } = StatusCodes.Status204NoContent;

    internal LocalKeys Keys => new(keyFolder.FullName);

    internal LokaalSettings Settings { get; private set; } = null!;

    internal FunctionHost Host => host!;

    /// <summary>A browser that keeps no cookies and follows no redirects.</summary>
    public HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Storage = await SharedAzurite.TakeAccountAsync();
        Settings = new LokaalSettings
        {
            Storage = Storage.ConnectionString,
            MailKey = MailKey,
            WebhookKey = Keys.WebhookKey,
            InboundPassword = Keys.InboundPassword,
            Webhooks = new WebhookAddresses(EventsPath, InboundPath),
            Identity = new LocalIdentity("http://localhost/lokaal", "lokaal", Keys.SigningKey),
            Roles = ["analist", "coordinator"],
            Clock = new DeskClockSettings(ClockBlob, "CaseChanged", """{"Version":0}"""),
            Steps = [new FirstStep("Doe <b>dit</b> & dat", "/melden?a=1&b=2")],
        };
        var port = InProcessWorker.FreePort();
        var values = Values(port);
        var worker = new InProcessWorker(values, new ConcurrentQueue<string>());
        var hosting = new HostSettings(AppFixture.BuiltApp, port, values) { Worker = worker.RunAsync };
        host = new FunctionHost(hosting, (web, running) =>
        {
            LocalPages.Map(web, running, Settings);
            web.MapPost(EventsPath, (Delegate)TakeAsync);
            web.MapPost(InboundPath, (Delegate)TakeAsync);
        });
        await host.StartAsync();
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Address };
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (host is not null)
        {
            await host.DisposeAsync();
        }

        Settings?.WebhookKey?.Dispose();
        keyFolder.Delete(recursive: true);
    }

    /// <summary>The text at an address, for a browser.</summary>
    public async Task<string> PageAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" } } };
        using var response = await Http.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    public Task<HttpResponseMessage> PostFormAsync(string path, params (string Name, string Value)[] fields) =>
        Http.PostAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    private Dictionary<string, string?> Values(int port) => new()
    {
        ["AzureWebJobsStorage"] = Storage.ConnectionString,
        ["DurableStorage"] = Storage.ConnectionString,
        ["TASKHUB_NAME"] = "RegelLoketTests",
        ["LocalIdentity__Issuer"] = "http://localhost/lokaal",
        ["LocalIdentity__Audience"] = "lokaal",
        ["LocalIdentity__SigningKey"] = Keys.SigningKey,
        ["Loket__Klok"] = ClockBlob,
        ["SendGrid__Host"] = $"http://localhost:{port}",
        ["SendGrid__ApiKey"] = MailKey,
        ["SendGrid__WebhookKey"] = Keys.WebhookPublicKey,
        ["SendGrid__InboundPassword"] = Keys.InboundPassword,
        ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.1",
        ["AzureFunctionsJobHost__extensions__durableTask__storageProvider__maxQueuePollingInterval"] = "00:00:00.1",
        ["AzureFunctionsJobHost__logging__logLevel__default"] = "Warning",
    };

    private async Task<IResult> TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var bytes = body.ToArray();
        http.Request.Body = new MemoryStream(bytes);
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync() : FormCollection.Empty;
        Calls.Enqueue(new StubCall(
            http.Request.Path,
            http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            bytes, form.ToDictionary(field => field.Key, field => field.Value.ToString())));
        return Answer == StatusCodes.Status204NoContent ? Results.NoContent() : Results.Text("<nee>", "text/plain", Encoding.UTF8, Answer);
    }
}

/// <summary>A call that the stubs got.</summary>
internal sealed record StubCall(
    string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body, IReadOnlyDictionary<string, string> Form);

/// <summary>The tests that share one such host.</summary>
[CollectionDefinition(Name)]
public sealed class LokaalTests : ICollectionFixture<LokaalFixture>
{
    public const string Name = "lokaal";
}
