using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace RegelLoket.Library.Items;

/// <summary>
/// How items are stored and given away. By reflection: a generated reader would leave a list that is missing in the text null,
/// where the record says that it is empty.
/// </summary>
internal static class LibraryJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowOutOfOrderMetadataProperties = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    public static T Read<T>(ReadOnlySpan<byte> content) => JsonSerializer.Deserialize<T>(content, Options)
        ?? throw new JsonException("The text holds nothing.");
}
