using System.Text.Json.Serialization;

namespace RegelLoket.Web;

/// <summary>The text that another person saved since the caller read it.</summary>
public sealed record NewerTextResponse(
    [property: JsonPropertyName("versie")] int Version,
    [property: JsonPropertyName("door")] string By,
    [property: JsonPropertyName("op")] DateTime At,
    [property: JsonPropertyName("teksten")] IReadOnlyList<NamedTextResponse> Texts)
{
    /// <summary>The older text that the caller read and wanted to approve.</summary>
    [JsonPropertyName("gelezen")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<NamedTextResponse>? Read { get; init; }

    public static NewerTextResponse Of(int version, DateTimeOffset at, NewerText newer) => new(
        version, newer.By, at.UtcDateTime, [.. newer.Texts.Select(text => new NamedTextResponse(text.Label, text.Text))])
    {
        Read = newer.Read.Count == 0 ? null : [.. newer.Read.Select(text => new NamedTextResponse(text.Label, text.Text))],
    };
}
