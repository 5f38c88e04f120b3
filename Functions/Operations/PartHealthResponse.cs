using System.Text.Json.Serialization;

namespace RegelLoket.Operations;

/// <summary>How one part is.</summary>
public sealed record PartHealthResponse(
    [property: JsonPropertyName("naam")] string Name, [property: JsonPropertyName("status")] string Status);
