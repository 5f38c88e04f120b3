using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>Words for one concept, in whatever rule they are used ("uitkering", "bijstand", "WW").</summary>
public sealed record Concept
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("woorden")]
    public required IReadOnlyList<string> Words { get; init; }
}

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
