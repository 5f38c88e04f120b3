using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>
/// A part of the report about one problem; without a ministry when the owner seems to be another one.
/// </summary>
public sealed record SuggestedPartResponse(
    [property: JsonPropertyName("ministerie")] Ministry? Ministry,
    [property: JsonPropertyName("tekst")] string Text,
    [property: JsonPropertyName("woorden")] IReadOnlyList<string> Words);
