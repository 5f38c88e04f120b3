using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.Similarity;

/// <summary>The most similar cases, best first.</summary>
public sealed record SimilarCasesResponse(
    [property: JsonPropertyName("vergelijkbare")] IEnumerable<SimilarCaseResponse> Cases);
