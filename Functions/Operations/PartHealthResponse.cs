using System.Text.Json.Serialization;

namespace RegelLoket.Operations;

/// <summary>The health of one part.</summary>
public sealed record PartHealthResponse(
    [property: JsonPropertyName("naam")] string Name, [property: JsonPropertyName("status")] string Status);
