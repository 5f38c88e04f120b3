using System.Text.Json.Serialization;

namespace RegelLoket.Outcome;

/// <summary>The rule on which an outcome rests.</summary>
public sealed record OutcomeRuleRequest
{
    [JsonPropertyName("bwbId")]
    public string? BwbId { get; init; }

    [JsonPropertyName("citeertitel")]
    public string? CitationTitle { get; init; }

    [JsonPropertyName("artikel")]
    public string? Article { get; init; }

    [JsonPropertyName("gecontroleerdOp")]
    public DateOnly? CheckedOn { get; init; }
}
