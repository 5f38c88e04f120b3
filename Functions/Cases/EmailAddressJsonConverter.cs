using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

internal sealed class EmailAddressJsonConverter : JsonConverter<EmailAddress>
{
    public override EmailAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { Length: > 0 } stored ? EmailAddress.Stored(stored)
            : throw new JsonException("This is not an e-mail address.");

    public override void Write(Utf8JsonWriter writer, EmailAddress value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
