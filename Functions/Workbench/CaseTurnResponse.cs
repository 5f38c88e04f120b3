using System.Text.Json.Serialization;

namespace RegelLoket.Workbench;

/// <summary>A text that somebody wrote, with who and when.</summary>
public sealed record CaseTurnResponse(
    [property: JsonPropertyName("door")] string By, [property: JsonPropertyName("op")]
        DateTimeOffset At, [property: JsonPropertyName("tekst")] string Text)
{
    /// <summary>In a dialogue: whether the other side has not read it yet.</summary>
    [JsonPropertyName("ongelezen")]
    public bool? IsUnread { get; init; }
}
