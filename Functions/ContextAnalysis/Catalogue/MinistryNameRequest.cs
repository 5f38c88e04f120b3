using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>The name of a ministry from a day on, as a coordinator sends it.</summary>
public sealed record MinistryNameRequest
{
    [JsonPropertyName("naam")]
    public string? Name { get; init; }

    [JsonPropertyName("afkorting")]
    public string? Abbreviation { get; init; }

    [JsonPropertyName("geldigVanaf")]
    public string? ValidFrom { get; init; }

    [JsonPropertyName("reden")]
    public string? Reason { get; init; }
}
