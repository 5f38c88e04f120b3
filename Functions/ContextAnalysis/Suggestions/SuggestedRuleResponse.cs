using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.Suggestions;

public sealed record SuggestedRuleResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("onderwerp")] string Subject,
    [property: JsonPropertyName("citeertitel")] string CitationTitle,
    [property: JsonPropertyName("bwbId")] string? BwbId,
    [property: JsonPropertyName("artikel")] string? Article,
    [property: JsonPropertyName("score")] double Score,
    [property: JsonPropertyName("woorden")] IReadOnlyList<string> Words);
