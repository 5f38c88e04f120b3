using System.Text.Json.Serialization;

namespace RegelLoket.Library.Editing;

/// <summary>A rule as submitted by a coordinator.</summary>
public sealed record PublicRuleRequest
{
    [JsonPropertyName("citeertitel")]
    public string? CitationTitle { get; init; }

    [JsonPropertyName("artikel")]
    public string? Article { get; init; }

    [JsonPropertyName("bwbId")]
    public string? BwbId { get; init; }

    [JsonPropertyName("gecontroleerdOp")]
    public DateOnly? CheckedOn { get; init; }
}
