using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Suggestions;

public sealed record SuggestedMinistryResponse(
    [property: JsonPropertyName("ministerie")] Ministry Ministry, [property: JsonPropertyName("score")]
        double Score, [property: JsonPropertyName("woorden")] IReadOnlyList<string> Words);
