using LocalHost.Startup;
using LocalHost.Startup.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bench;

/// <summary>
/// Stands between a desk and its storage, and reports every request that storage has answered. It can spoil some of them: a connection cut
/// before the request is served, one cut after it, and an answer 500.
/// </summary>
internal sealed class StorageProxy : IAsyncDisposable
{
    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly HttpMessageInvoker storage = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
    });

    private readonly List<WebApplication> listeners = [];
    private int injected;

    private StorageProxy()
    {
    }

    /// <summary>Is raised for every request that storage has answered, on any thread.</summary>
    public event Action<StorageRequest>? Served;

    /// <summary>The share of requests that it spoils, from 0 to 1.</summary>
    public double ShareOfFaults { get; set; }

    /// <summary>How long each request waits before storage gets it.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>The status with which every request is refused; null while storage is asked.</summary>
    public int? Refusal { get; set; }

    /// <summary>How many requests were spoilt.</summary>
    public int Injected => Volatile.Read(ref injected);

    /// <summary>Where a desk finds this storage.</summary>
    public string ConnectionString { get; private set; } = "";

    public static async Task<StorageProxy> StartAsync(Azurite azurite)
    {
        var proxy = new StorageProxy();
        var (blob, queue, table) = azurite.Ports;
        proxy.ConnectionString = DevelopmentStorage.ConnectionString(new AzuritePorts(
            await proxy.ListenAsync(StorageService.Blob, blob),
            await proxy.ListenAsync(StorageService.Queue, queue),
            await proxy.ListenAsync(StorageService.Table, table)));
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var listener in listeners)
        {
            await listener.DisposeAsync();
        }

        storage.Dispose();
    }

    private async Task<int> ListenAsync(StorageService service, int target)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var listener = builder.Build();
        listener.Run(http => ServeAsync(http, service, target));
        await listener.StartAsync();
        listeners.Add(listener);
        return new Uri(listener.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
    }

    private async Task ServeAsync(HttpContext http, StorageService service, int target)
    {
#pragma warning disable CA5394 // Chance, not a secret.
        var lot = ShareOfFaults > 0 ? Random.Shared.NextDouble() / ShareOfFaults : 1;
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
            await Task.Delay(Delay, http.RequestAborted);
            if (Refusal is { } status)
            {
                http.Response.StatusCode = status;
                return;
            }

            using var request = await RequestAsync(http.Request, target);
            using var response = await storage.SendAsync(request, http.RequestAborted);
            if (lot < 1)
            {
                http.Abort();
                return;
            }

            await AnswerAsync(http, service, response);
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
        if (from.ContentLength is not null || from.Headers.TransferEncoding.Count > 0)
        {
            using var body = new MemoryStream();
            await from.Body.CopyToAsync(body, from.HttpContext.RequestAborted);
            to.Content = new ByteArrayContent(body.ToArray());
        }

        var headers = from.Headers.Where(header => !IsOfConnection(header.Key) && header.Key is not ("Host" or "Content-Length"));
        foreach (var (name, values) in headers)
        {
            if (!to.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                to.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return to;
    }

    private async Task AnswerAsync(HttpContext http, StorageService service, HttpResponseMessage from)
    {
        http.Response.StatusCode = (int)from.StatusCode;
        foreach (var (name, values) in from.Headers.Concat(from.Content.Headers).Where(header => !IsOfConnection(header.Key)))
        {
            http.Response.Headers[name] = values.ToArray();
        }

        var path = http.Request.Path.Value!.Split('/', 3) is [_, _, var below] ? below : "";
        var hasMessages = false;
        if (StorageRequest.LooksAtQueue(service, http.Request.Method))
        {
            var messages = await from.Content.ReadAsByteArrayAsync(http.RequestAborted);
            hasMessages = messages.AsSpan().IndexOf("<QueueMessage>"u8) >= 0;
            await http.Response.Body.WriteAsync(messages, http.RequestAborted);
        }
        else if (!HttpMethods.IsHead(http.Request.Method))
        {
            await from.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
        }

        Served?.Invoke(new StorageRequest(service, http.Request.Method, path, hasMessages));
    }

    private static bool IsOfConnection(string header) =>
        header is "Connection" or "Keep-Alive" or "Transfer-Encoding" or "Expect";
}
