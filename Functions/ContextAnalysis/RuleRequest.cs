using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis;

/// <summary>A rule in the body of a context analysis.</summary>
public sealed record RuleRequest
{
    [JsonPropertyName("bwbId")]
    public string? BwbId { get; init; }

    [JsonPropertyName("citeertitel")]
    public string? CitationTitle { get; init; }

    [JsonPropertyName("artikel")]
    public string? Article { get; init; }

    [JsonPropertyName("gecontroleerdOp")]
    public DateOnly? CheckedOn { get; init; }

    internal AnalysedRule ToRule() =>
        new() { BwbId = BwbId, CitationTitle = CitationTitle, Article = Article, CheckedOn = CheckedOn };
}
