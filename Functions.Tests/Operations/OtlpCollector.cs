using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace RegelLoket.Tests.Operations;

/// <summary>An OTLP collector over HTTP that keeps what it gets, and reads of a span its trace and its name.</summary>
internal sealed class OtlpCollector : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> received = new();

    public OtlpCollector()
    {
        for (var port = 20_000 + Random.Shared.Next(20_000); ; port++)
        {
            try
            {
                Address = $"http://127.0.0.1:{port}";
                listener.Prefixes.Add($"{Address}/");
                listener.Start();
                break;
            }
            catch (HttpListenerException)
            {
                listener.Prefixes.Clear();
            }
        }

        _ = TakeAsync();
    }

    public string Address { get; }

    /// <summary>
    /// All spans that came in: ExportTraceServiceRequest.resource_spans(1).scope_spans(2).spans(2), of which trace_id is 1 and name 5.
    /// </summary>
    public IEnumerable<(string Trace, string Name)> Spans =>
        from body in Bodies("/v1/traces")
        from resource in Fields(body, 1)
        from scope in Fields(resource, 2)
        from span in Fields(scope, 2)
        select (Convert.ToHexStringLower(Fields(span, 1).Single().Span), Encoding.UTF8.GetString(Fields(span, 5).Single().Span));

    /// <summary>The bodies as text; the names in a protobuf body are plain UTF-8.</summary>
    public string Received(string path) => string.Concat(Bodies(path).Select(body => Encoding.Latin1.GetString(body.Span)));

    public void Dispose() => listener.Close();

    private IEnumerable<ReadOnlyMemory<byte>> Bodies(string path) => received.Where(r => r.Path == path)
        .Select(r => (ReadOnlyMemory<byte>)r.Body);

    /// <summary>The length-delimited fields of a protobuf message with this number.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Fields(ReadOnlyMemory<byte> message, int wanted)
    {
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message.Span, ref at);
            var length = (tag & 7) switch
            {
                0 => Skipped(message.Span, ref at),
                1 => 8,
                5 => 4,
                2 => (int)Varint(message.Span, ref at),
                var wire => throw new InvalidDataException($"Wire type {wire}."),
            };
            if ((int)(tag >> 3) == wanted && (tag & 7) == 2)
            {
                yield return message.Slice(at, length);
            }

            at += length;
        }
    }

    private static int Skipped(ReadOnlySpan<byte> message, ref int at)
    {
        Varint(message, ref at);
        return 0;
    }

    private static ulong Varint(ReadOnlySpan<byte> message, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = message[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }

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
