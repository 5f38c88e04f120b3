using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using LocalRuntime.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
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
/// The real app on a real Azurite, inside the test's process, on free ports. For settings of its own a test starts another one with
/// <see cref="StartAsync"/>.
/// </summary>
public sealed class AppFixture : IAsyncLifetime, IAsyncDisposable
{
    internal const string Issuer = "tests";
    internal const string Audience = "regelloket-tests";

    private static readonly byte[] SigningKey = RandomNumberGenerator.GetBytes(32);

    private IHost? _host;

    public AzuriteFixture Storage { get; } = new();

    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>A client of the app that keeps no cookies and follows no redirects.</summary>
    public HttpClient Http { get; private set; } = new();

    public IServiceProvider Services => _host!.Services;

    /// <summary>Every line that the app logged, with its exception.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>An app with settings of its own, given as name and value.</summary>
    public static async Task<AppFixture> StartAsync(params (string Name, string Value)[] settings)
    {
        var app = new AppFixture();
        try
        {
            await app.StartWithAsync(settings);
            return app;
        }
        catch
        {
            await app.Storage.DisposeAsync();
            throw;
        }
    }

    public Task InitializeAsync() => StartWithAsync([]);

    /// <summary>A client that is signed in.</summary>
    public HttpClient As(string role, string name)
    {
        var client = NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(role, name));
        return client;
    }

    public HttpClient AsAnalyst(string name = "Ans Analist") => As(SignedIn.AnalystRole, name);

    public HttpClient AsCoordinator(string name = "Co Coördinator") => As(SignedIn.CoordinatorRole, name);

    public HttpClient NewClient() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <summary>A bearer token of the local identity.</summary>
    public static string Token(string role, string name, TimeSpan? lifetime = null, string audience = Audience, byte[]? key = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            Expires = TimeProvider.System.GetUtcNow().Add(lifetime ?? TimeSpan.FromHours(1)).UtcDateTime,
            Claims = new Dictionary<string, object> { ["sub"] = name, ["name"] = name, ["email"] = $"{string.Concat(name.Where(char.IsAsciiLetterOrDigit))}@collega.example", ["roles"] = new[] { role } },
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(key ?? SigningKey), SecurityAlgorithms.HmacSha256),
        });

    public async Task DisposeAsync()
    {
        Http.Dispose();
        if (_host is not null)
        {
            await _host.StopAsync();
            await ((IAsyncDisposable)_host).DisposeAsync();
        }
        await Storage.DisposeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    private async Task StartWithAsync(IReadOnlyList<(string Name, string Value)> settings)
    {
        await Storage.InitializeAsync();
        var all = new List<(string Name, string Value)>
        {
            ("port", "0"),
            ("AzureWebJobsStorage", Storage.ConnectionString),
            ("TASKHUB_NAME", "RegelLoketTests"),
            ("LocalIdentity:Issuer", Issuer),
            ("LocalIdentity:Audience", Audience),
            ("LocalIdentity:SigningKey", Convert.ToBase64String(SigningKey)),
            ("RateLimits:ChangesPerAddress", 100_000.ToString(CultureInfo.InvariantCulture)),
            ("RateLimits:WrongCodesPerAddress", 100_000.ToString(CultureInfo.InvariantCulture)),
            ("RateLimits:MailsPerAddress", 100_000.ToString(CultureInfo.InvariantCulture)),
        };
        all.AddRange(settings);
        var builder = App.Compose(LocalApplication.CreateBuilder([.. all.Select(setting => $"--{setting.Name}={setting.Value}")], typeof(App).Assembly));
        // A host in development looks for a scoped service that is taken from the root; here every test does.
        builder.ConfigureContainer(new DefaultServiceProviderFactory(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true }));
        builder.Logging.ClearProviders().AddProvider(new LogQueue(Log));
        _host = builder.Build();
        await _host.StartAsync();
        Address = new Uri(_host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Http = NewClient();
    }

    private sealed class LogQueue(ConcurrentQueue<string> lines) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new Logger(categoryName, lines);

        public void Dispose()
        {
        }

        private sealed class Logger(string category, ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                if (IsEnabled(logLevel))
                {
                    lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
                }
            }
        }
    }
}
