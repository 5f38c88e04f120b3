using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>A body that executes rules, for as long as it exists under this name.</summary>
public sealed record ExecutiveBody
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    [JsonPropertyName("geldigVanaf")]
    public required DateOnly? ValidFrom { get; init; }

    /// <summary>The last day; null while it exists.</summary>
    [JsonPropertyName("geldigTot")]
    public required DateOnly? ValidUntil { get; init; }

    public bool IsValidOn(DateOnly day) =>
        (ValidFrom is null || ValidFrom <= day) && (ValidUntil is null || day <= ValidUntil);
}
