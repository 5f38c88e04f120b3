using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.Similarity;

/// <summary>The cases most like a case, best first.</summary>
public sealed record SimilarCasesResponse(
    [property: JsonPropertyName("vergelijkbare")] IEnumerable<SimilarCaseResponse> Cases);
