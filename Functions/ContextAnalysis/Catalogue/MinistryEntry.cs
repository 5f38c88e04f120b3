using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>One of the three ministries, with a name and the period of that name.</summary>
public sealed record MinistryEntry
{
    [JsonPropertyName("ministerie")]
    public required Ministry Ministry { get; init; }

    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    [JsonPropertyName("afkorting")]
    public required string Abbreviation { get; init; }

    [JsonPropertyName("geldigVanaf")]
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day; null while the name is current.</summary>
    [JsonPropertyName("geldigTot")]
    public required DateOnly? ValidUntil { get; init; }

    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidUntil is null || day <= ValidUntil);
}
