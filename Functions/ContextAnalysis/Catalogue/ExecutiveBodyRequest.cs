using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>An executive body as a coordinator sends it.</summary>
public sealed record ExecutiveBodyRequest
{
    [JsonPropertyName("naam")]
    public string? Name { get; init; }

    [JsonPropertyName("geldigVanaf")]
    public string? ValidFrom { get; init; }

    /// <summary>The last day; null while the body exists.</summary>
    [JsonPropertyName("geldigTot")]
    public string? ValidUntil { get; init; }

    [JsonPropertyName("reden")]
    public string? Reason { get; init; }
}
