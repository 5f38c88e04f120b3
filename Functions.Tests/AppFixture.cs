using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Reflection;
using System.Security.Cryptography;
using LocalHost.Hosting;
using LocalHost.Lokaal;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Tests;

/// <summary>Tests that share one running app; they keep apart by cases of their own.</summary>
[CollectionDefinition(Name)]
public sealed class AppCollection : ICollectionFixture<AppFixture>
{
    public const string Name = "App";
}

/// <summary>
/// The real app in the real worker on LocalHost, inside the test's process, on a storage account of its own. For settings of its own a test
/// starts another one with <c>StartAsync</c>.
/// </summary>
public sealed class AppFixture : IAsyncLifetime
{
    internal const string Issuer = "tests";
    internal const string Audience = "regelloket-tests";

    private const string MailKey = "SG.tests";
    private const string ClockBlob = "azure-webjobs-hosts/local/clock";

    private static readonly byte[] SigningKey = RandomNumberGenerator.GetBytes(32);

    private FunctionHost? host;
    private InProcessWorker? worker;

    /// <summary>The folder of the built app.</summary>
    public static string BuiltApp { get; } =
        typeof(AppFixture).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "App").Value!;

    public TestStorage Storage { get; private set; } = new("");

    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>A client of the app that keeps no cookies and follows no redirects.</summary>
    public HttpClient Http { get; private set; } = new();

    public IServiceProvider Services => worker!.Services;

    internal FunctionHost Host => host!;

    /// <summary>Every line that the app logged, with its exception.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>Hears of each invocation that the worker answered: function, trigger's value, result.</summary>
    internal Action<string, object?, object?>? Answered { get; init; }

    /// <summary>An app with settings of its own, given as name and value.</summary>
    public static Task<AppFixture> StartAsync(params (string Name, string Value)[] settings) => StartAsync(answered: null, settings);

    /// <summary>As above, with an ear for each invocation that the worker answered.</summary>
    internal static async Task<AppFixture> StartAsync(Action<string, object?, object?>? answered,
        params (string Name, string Value)[] settings)
    {
        var app = new AppFixture { Answered = answered };
        await app.StartWithAsync(settings);
        return app;
    }

    public async ValueTask InitializeAsync() => await StartWithAsync([]);

    /// <summary>Moves the clock of the desk, and runs what fell due.</summary>
    public async Task MoveClockAsync(TimeSpan ahead)
    {
        using var response = await Http.PostAsJsonAsync("/lokaal/klok", new { vooruit = ahead.ToString("c") });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>A client that is signed in.</summary>
    public HttpClient As(string role, string name)
    {
        var client = NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(role, name));
        return client;
    }

    public HttpClient AsAnalyst(string name = "Ans Analist") => As(CurrentUser.AnalystRole, name);

    public HttpClient AsCoordinator(string name = "Co Coördinator") => As(CurrentUser.CoordinatorRole, name);

    public HttpClient NewClient() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <summary>The id of a colleague, as the local host signs it: the same name is the same person.</summary>
    public static string IdOf(string name) =>
        string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    /// <summary>A bearer token of the local identity.</summary>
    public static string Token(
        string role, string name, TimeSpan? lifetime = null, string audience = Audience, byte[]? key = null, string? id = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            Expires = TimeProvider.System.GetUtcNow().Add(lifetime ?? TimeSpan.FromHours(1)).UtcDateTime,
            Claims = new Dictionary<string, object>
            {
                ["sub"] = id ?? IdOf(name),
                ["name"] = name,
                ["email"] = $"{string.Concat(name.Where(char.IsAsciiLetterOrDigit))}@collega.example",
                ["roles"] = new[] { role }
            },
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(key ?? SigningKey), SecurityAlgorithms.HmacSha256),
        });

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (host is not null)
        {
            await host.DisposeAsync();
            // An engine that is left behind turns round and round after ten minutes, and fills the log of all tests.
            await Task.WhenAny(host.TriggersEnded).WaitAsync(TimeSpan.FromMinutes(2));
        }
    }

    private async Task StartWithAsync(IReadOnlyList<(string Name, string Value)> settings)
    {
        Storage = await SharedAzurite.TakeAccountAsync();
        var port = InProcessWorker.FreePort();
        Address = new Uri($"http://localhost:{port}");
        var values = Values();
        foreach (var (name, value) in settings)
        {
            values[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        Storage = new TestStorage(values["AzureWebJobsStorage"]!);
        values["DurableStorage"] = Storage.ConnectionString;
        worker = new InProcessWorker(values, Log);
        var pages = new LokaalSettings
        {
            Storage = Storage.ConnectionString,
            MailKey = MailKey,
            Clock = new DeskClockSettings(ClockBlob, "CaseChanged", """{"Version":0}"""),
        };
        var hosting = new HostSettings(BuiltApp, port, values) { Worker = worker.RunAsync, Answered = Answered };
        host = new FunctionHost(hosting, (web, running) => LocalPages.Map(web, running, pages));
        try
        {
            await host.StartAsync();
            await worker.StartedAsync();
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }

        // Made with the first mail; tests look into it before.
        await Storage.Blobs.GetBlobContainerClient("mailbox").CreateIfNotExistsAsync();
        Http = NewClient();
    }

    private Dictionary<string, string?> Values() => new()
    {
        ["AzureWebJobsStorage"] = Storage.ConnectionString,
        ["TASKHUB_NAME"] = "RegelLoketTests",
        ["Site__Address"] = Address.ToString(),
        ["SendGrid__Host"] = Address.ToString(),
        ["SendGrid__ApiKey"] = MailKey,
        ["Loket__Klok"] = ClockBlob,
        ["LocalIdentity__Issuer"] = Issuer,
        ["LocalIdentity__Audience"] = Audience,
        ["LocalIdentity__SigningKey"] = Convert.ToBase64String(SigningKey),
        ["LocalIdentity__LoginPath"] = "/lokaal/aanmelden?terug=",
        ["RateLimits__ChangesPerAddress"] = 100_000.ToString(CultureInfo.InvariantCulture),
        ["RateLimits__WrongCodesPerAddress"] = 100_000.ToString(CultureInfo.InvariantCulture),
        ["RateLimits__MailsPerAddress"] = 100_000.ToString(CultureInfo.InvariantCulture),
        ["RateLimits__MailsPerAddressPerDay"] = 100_000.ToString(CultureInfo.InvariantCulture),
        ["RateLimits__MailsPerRecipientPerDay"] = 100_000.ToString(CultureInfo.InvariantCulture),
        ["RateLimits__ReportsPerAddressPerDay"] = 100_000.ToString(CultureInfo.InvariantCulture),
        ["RateLimits__JoinsPerAddressPerDay"] = 100_000.ToString(CultureInfo.InvariantCulture),
        ["AzureFunctionsJobHost__extensions__durableTask__storageProvider__maxQueuePollingInterval"] = "00:00:00.5",
        ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.5",
        ["AzureFunctionsJobHost__logging__logLevel__default"] = "Warning",
    };
}
