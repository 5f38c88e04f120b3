using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.Splitting;

/// <summary>One part in the body of a split.</summary>
public sealed record SplitPartRequest(
    [property: JsonPropertyName("titel")] string? Title, [property: JsonPropertyName("omschrijving")] string? Description,
    [property: JsonPropertyName("belemmering")] string? Obstacle);
