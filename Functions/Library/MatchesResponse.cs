using System.Text.Json.Serialization;

namespace RegelLoket.Library;

/// <summary>The published answers that resemble a text most, best first.</summary>
public sealed record MatchesResponse([property: JsonPropertyName("resultaten")] IEnumerable<MatchResponse> Matches);
