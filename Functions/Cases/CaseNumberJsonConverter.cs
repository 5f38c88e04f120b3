using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

internal sealed class CaseNumberJsonConverter : JsonConverter<CaseNumber>
{
    public override CaseNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CaseNumber.TryParse(reader.GetString(), out var number) ? number
            : throw new JsonException("This is not a case number.");

    public override void Write(Utf8JsonWriter writer, CaseNumber value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
