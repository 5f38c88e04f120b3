using System.Collections.Concurrent;
using System.Net;
using LocalHost.Startup;

namespace Bench;

/// <summary>Takes telemetry by OTLP over HTTP, and keeps all of it.</summary>
internal sealed class OtlpSink : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> received = new();

    public OtlpSink()
    {
        Address = $"http://127.0.0.1:{FreePort.Any()}";
        listener.Prefixes.Add($"{Address}/");
        listener.Start();
        _ = TakeAsync();
    }

    /// <summary>What to set as OTEL_EXPORTER_OTLP_ENDPOINT.</summary>
    public string Address { get; }

    /// <summary>The bytes of all that came in, as they were sent: not compressed, without headers.</summary>
    public long Bytes => received.Sum(one => (long)one.Body.Length);

    /// <summary>The bytes that came in, by path: <c>/v1/traces</c>, <c>/v1/metrics</c>, <c>/v1/logs</c>.</summary>
    public IReadOnlyDictionary<string, long> BytesByPath =>
        received.GroupBy(one => one.Path).ToDictionary(path => path.Key, path => path.Sum(one => (long)one.Body.Length));

    /// <summary>The requests that came to a path, in their order.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Bodies(string path) => received.Where(one => one.Path == path)
        .Select(one => (ReadOnlyMemory<byte>)one.Body);

    public void Dispose() => listener.Close();

    private async Task TakeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                received.Enqueue((context.Request.Url!.AbsolutePath, body.ToArray()));
                context.Response.Close();
            }
            catch (Exception failure) when (failure is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
