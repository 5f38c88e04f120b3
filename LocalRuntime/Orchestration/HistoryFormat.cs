using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalRuntime.Orchestration;

/// <summary>History as text: one JSON object a line.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(HistoryEvent))]
[JsonSerializable(typeof(InstanceSummary))]
[JsonSerializable(typeof(Checkpoint))]
internal sealed partial class HistoryFormat : JsonSerializerContext
{
    private const byte LineEnd = (byte)'\n';

    public static ReadOnlyMemory<byte> Write(IEnumerable<HistoryEvent> events)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer);
        foreach (var entry in events)
        {
            JsonSerializer.Serialize(writer, entry, Default.HistoryEvent);
            writer.Flush();
            buffer.Write([LineEnd]);
            writer.Reset();
        }

        return buffer.WrittenMemory;
    }

    public static IEnumerable<HistoryEvent> Read(ReadOnlyMemory<byte> text)
    {
        while (!text.IsEmpty)
        {
            var end = text.Span.IndexOf(LineEnd);
            var line = end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
            if (!line.IsEmpty)
            {
                yield return JsonSerializer.Deserialize(line.Span, Default.HistoryEvent)!;
            }
        }
    }
}
