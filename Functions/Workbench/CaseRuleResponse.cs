using System.Text.Json.Serialization;

namespace RegelLoket.Workbench;

/// <summary>A rule in the context analysis.</summary>
public sealed record CaseRuleResponse(
    [property: JsonPropertyName("bwbId")] string? BwbId,
    [property: JsonPropertyName("citeertitel")] string CitationTitle,
    [property: JsonPropertyName("artikel")] string? Article,
    [property: JsonPropertyName("gecontroleerdOp")] DateOnly? CheckedOn);
