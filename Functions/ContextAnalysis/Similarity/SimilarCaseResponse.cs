using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Similarity;

/// <summary>A similar case, with the shared words and subjects.</summary>
public sealed record SimilarCaseResponse(
    [property: JsonPropertyName("zaaknummer")] CaseNumber Number,
    [property: JsonPropertyName("titel")] string Title,
    [property: JsonPropertyName("status")] CaseStatus Status,
    [property: JsonPropertyName("uitkomst")] OutcomeKind? Outcome,
    [property: JsonPropertyName("score")] double Score,
    [property: JsonPropertyName("onderwerpen")] IEnumerable<string> Subjects,
    [property: JsonPropertyName("woorden")] IReadOnlyList<string> Words)
{
    public static SimilarCaseResponse Of(SimilarCaseLine line) => new(
        line.Number, line.Title, line.Status, line.Outcome, Math.Round(line.Similarity.Score, 3),
        line.Similarity.Subjects.Select(subject => subject.Subject), line.Similarity.Words);
}
