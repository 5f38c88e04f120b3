using System.Text.Json.Serialization;

namespace RegelLoket.Library;

/// <summary>The published answers most like a text, best first.</summary>
public sealed record MatchesResponse([property: JsonPropertyName("resultaten")] IEnumerable<MatchResponse> Matches);
