using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>A stretch of the report that tells of one problem; no ministry when it seems to be somebody else's.</summary>
public sealed record SuggestedPartResponse(
    [property: JsonPropertyName("ministerie")] Ministry? Ministry,
    [property: JsonPropertyName("tekst")] string Text,
    [property: JsonPropertyName("woorden")] IReadOnlyList<string> Words);
