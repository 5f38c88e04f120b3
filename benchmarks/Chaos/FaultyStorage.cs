using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bench.Chaos;

/// <summary>
/// Stands between an app and its storage and spoils some of the requests: a connection cut before the request is served, one cut
/// after it, and an answer 500. The app needs to know nothing of it.
/// </summary>
internal sealed class FaultyStorage : IAsyncDisposable
{
    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly HttpMessageInvoker storage = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly List<WebApplication> listeners = [];
    private readonly double share;
    private int injected;
    private volatile bool isFaulty;

    private FaultyStorage(double share) => this.share = share;

    /// <summary>How many requests were spoilt.</summary>
    public int Injected => Volatile.Read(ref injected);

    /// <summary>Whether it spoils anything; not before it is told to.</summary>
    public bool IsFaulty
    {
        get => isFaulty;
        set => isFaulty = value;
    }

    /// <summary>Where an app finds this storage.</summary>
    public string ConnectionString { get; private set; } = "";

    public static async Task<FaultyStorage> StartAsync(Azurite azurite, double share)
    {
        var faulty = new FaultyStorage(share);
        var parts = azurite.ConnectionString.Split(';', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Split('=', 2) is [var name, var address] && name.EndsWith("Endpoint", StringComparison.Ordinal))
            {
                var target = new Uri(address);
                parts[i] = $"{name}=http://127.0.0.1:{(await faulty.ListenAsync(target.Port)).ToString(CultureInfo.InvariantCulture)}{target.AbsolutePath}";
            }
        }

        faulty.ConnectionString = string.Join(';', parts) + ";";
        return faulty;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var listener in listeners)
        {
            await listener.DisposeAsync();
        }

        storage.Dispose();
    }

    private async Task<int> ListenAsync(int target)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var listener = builder.Build();
        listener.Run(http => ServeAsync(http, target));
        await listener.StartAsync();
        listeners.Add(listener);
        return new Uri(listener.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
    }

    private async Task ServeAsync(HttpContext http, int target)
    {
#pragma warning disable CA5394 // Chance, not a secret.
        var lot = isFaulty ? Random.Shared.NextDouble() / share : 1;
#pragma warning restore CA5394
        if (lot < 1)
        {
            Interlocked.Increment(ref injected);
        }

        switch (lot)
        {
            case < 1.0 / 3:
                http.Abort();
                return;
            case < 2.0 / 3:
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
        }

        try
        {
            using var request = await RequestAsync(http.Request, target);
            using var response = await storage.SendAsync(request, http.RequestAborted);
            if (lot < 1)
            {
                http.Abort();
                return;
            }

            await AnswerAsync(http, response);
        }
        catch (Exception away) when (away is HttpRequestException or OperationCanceledException or IOException)
        {
            http.Abort();
        }
    }

    private static async Task<HttpRequestMessage> RequestAsync(HttpRequest from, int target)
    {
        var raw = from.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var to = new HttpRequestMessage(new HttpMethod(from.Method), new Uri($"http://127.0.0.1:{target}{raw}", AsItIs));
        if (from.ContentLength is > 0)
        {
            using var body = new MemoryStream();
            await from.Body.CopyToAsync(body, from.HttpContext.RequestAborted);
            to.Content = new ByteArrayContent(body.ToArray());
        }
        else if (from.ContentLength is 0)
        {
            to.Content = new ByteArrayContent([]);
        }

        foreach (var (name, values) in from.Headers.Where(header => header.Key is not ("Host" or "Connection" or "Content-Length")))
        {
            if (!to.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                to.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return to;
    }

    private static async Task AnswerAsync(HttpContext http, HttpResponseMessage from)
    {
        http.Response.StatusCode = (int)from.StatusCode;
        foreach (var (name, values) in from.Headers.Concat(from.Content.Headers).Where(header => header.Key is not ("Connection" or "Keep-Alive" or "Transfer-Encoding")))
        {
            http.Response.Headers[name] = values.ToArray();
        }

        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await from.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
    }
}
