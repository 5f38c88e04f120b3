using System.Text.Json.Serialization;

namespace RegelLoket.Library;

/// <summary>A text to compare with.</summary>
public sealed record MatchRequest([property: JsonPropertyName("tekst")] string? Text);
