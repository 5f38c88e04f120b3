using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>Words for one concept, in whatever rule they are used ("uitkering", "bijstand", "WW").</summary>
public sealed record Concept
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("woorden")]
    public required IReadOnlyList<string> Words { get; init; }
}
