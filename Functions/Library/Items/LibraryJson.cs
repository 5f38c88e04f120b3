using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace RegelLoket.Library.Items;

/// <summary>
/// The JSON options for items. They use reflection, since a generated reader would leave a missing list null where the
/// record makes it empty.
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
