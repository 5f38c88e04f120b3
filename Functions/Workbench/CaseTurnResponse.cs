using System.Text.Json.Serialization;

namespace RegelLoket.Workbench;

/// <summary>A text with its author and moment.</summary>
public sealed record CaseTurnResponse(
    [property: JsonPropertyName("door")] string By, [property: JsonPropertyName("op")]
        DateTimeOffset At, [property: JsonPropertyName("tekst")] string Text)
{
    /// <summary>Whether the other side has not read the text of a dialogue yet.</summary>
    [JsonPropertyName("ongelezen")]
    public bool? IsUnread { get; init; }
}
