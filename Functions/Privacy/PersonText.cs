using System.Text.Json.Serialization;

namespace RegelLoket.Privacy;

/// <summary>One text that the person wrote.</summary>
public sealed record PersonText(
    [property: JsonPropertyName("gebeurtenis")] int Event, [property: JsonPropertyName("op")] DateTimeOffset At,
    [property: JsonPropertyName("soort")] string Name, [property: JsonPropertyName("tekst")] string Text);
