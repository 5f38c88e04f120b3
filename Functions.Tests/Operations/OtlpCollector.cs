using System.Text;
using Bench;

namespace RegelLoket.Tests.Operations;

/// <summary>An OTLP collector that reads of a span its trace and its name.</summary>
internal sealed class OtlpCollector : IDisposable
{
    private readonly OtlpSink sink = new();

    public string Address => sink.Address;

    /// <summary>
    /// All spans that came in: ExportTraceServiceRequest.resource_spans(1).scope_spans(2).spans(2), of which trace_id is 1 and name 5.
    /// </summary>
    public IEnumerable<(string Trace, string Name)> Spans =>
        from body in sink.Bodies("/v1/traces")
        from resource in Fields(body, 1)
        from scope in Fields(resource, 2)
        from span in Fields(scope, 2)
        select (Convert.ToHexStringLower(Fields(span, 1).Single().Span), Encoding.UTF8.GetString(Fields(span, 5).Single().Span));

    /// <summary>The paths to which something came.</summary>
    public IEnumerable<string> Paths => sink.BytesByPath.Keys;

    /// <summary>The bodies as text; the names in a protobuf body are plain UTF-8.</summary>
    public string Received(string path) => string.Concat(sink.Bodies(path).Select(body => Encoding.Latin1.GetString(body.Span)));

    public void Dispose() => sink.Dispose();

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
}
