using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using LocalRuntime.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using RegelLoket;

namespace Bench;

/// <summary>The whole desk inside the measuring process, on the run's own storage. It counts the requests that the process sends to that storage.</summary>
internal sealed class DeskApp : IAsyncDisposable
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private static readonly string[] Themes = ["leven-lang-ontwikkelen"];
    private static readonly string[] Roles = ["analist"];

    private readonly IHost host;
    private readonly MeterListener listener = new();
    private readonly HashSet<int> storagePorts;
    private long requests;

    private DeskApp(IHost host, Azurite azurite)
    {
        this.host = host;
        storagePorts = [.. azurite.ConnectionString.Split(';').Where(part => part.Contains("Endpoint=http", StringComparison.Ordinal)).Select(part => new Uri(part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]).Port)];
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Name == "http.client.request.duration")
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) => Count(tags));
        listener.Start();
    }

    /// <summary>The desk's own parts, to put data in place before a measurement.</summary>
    public IServiceProvider Services => host.Services;

    public HttpClient Http { get; private set; } = new();

    /// <summary>How many requests went to storage so far.</summary>
    public long StorageRequests => Interlocked.Read(ref requests);

    public static async Task<DeskApp> StartAsync(Azurite azurite)
    {
        var builder = App.Compose(LocalApplication.CreateBuilder(
        [
            "--port=0", $"--AzureWebJobsStorage={azurite.ConnectionString}", "--TASKHUB_NAME=Bench",
            "--LocalIdentity:Issuer=bench", "--LocalIdentity:Audience=bench", $"--LocalIdentity:SigningKey={Convert.ToBase64String(Key)}",
            "--RateLimits:ChangesPerAddress=1000000", "--RateLimits:ChangesInAll=1000000", "--Escalation:LinkAloneOpensApi=true",
        ], typeof(App).Assembly));
        builder.Logging.ClearProviders();
        var host = builder.Build();
        await host.StartAsync();
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new DeskApp(host, azurite) { Http = new HttpClient { BaseAddress = new Uri(address) } };
    }

    /// <summary>Sends a request as an analyst, or as nobody; anything but success ends the run.</summary>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body = null, string? analyst = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        if (analyst is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(analyst));
        }

        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonSerializer.Deserialize<JsonElement>(text)
            : throw new InvalidOperationException($"{method} {path} gave {(int)response.StatusCode}: {text}");
    }

    /// <summary>Opens a page of the workbench as an analyst; anything but success ends the run.</summary>
    public async Task OpenAsync(string path, string analyst)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(analyst));
        using var response = await Http.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{path} gave {(int)response.StatusCode}.");
        }
    }

    /// <summary>Reports a bottleneck; the answer holds number and code.</summary>
    public Task<JsonElement> ReportAsync() => SendAsync(HttpMethod.Post, "/v1/meldingen", new
    {
        titel = "Bbl'er raakt WW kwijt",
        omschrijving = "We willen zij-instromers opleiden tot verzorgende en beginnen in februari.",
        belemmering = "De uitkering stopt zodra de opleiding begint.",
        branche = "ouderenzorg",
        themas = Themes,
        melder = new { email = "melder@example.org" },
    }, headers: ("Idempotency-Key", Guid.NewGuid().ToString()));

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        Http.Dispose();
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    private static string Token(string name) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = "bench",
        Audience = "bench",
        Expires = TimeProvider.System.GetUtcNow().AddHours(1).UtcDateTime,
        Claims = new Dictionary<string, object> { ["sub"] = name, ["name"] = name, ["roles"] = Roles },
        SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Key), SecurityAlgorithms.HmacSha256),
    });

    private void Count(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
        {
            if (name == "server.port" && storagePorts.Contains(Convert.ToInt32(value, CultureInfo.InvariantCulture)))
            {
                Interlocked.Increment(ref requests);
            }
        }
    }
}
