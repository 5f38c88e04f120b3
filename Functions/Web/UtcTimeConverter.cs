using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegelLoket.Web;

/// <summary>Moments leave the API in UTC, written with <c>Z</c> (RFC 3339); any offset comes in.</summary>
internal sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime);
}
