using System.Text.Json.Serialization;

namespace RegelLoket.Library;

/// <summary>A text to find similar answers for.</summary>
public sealed record MatchRequest([property: JsonPropertyName("tekst")] string? Text);
