using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Splitting;

/// <summary>A report after it was split, or made one case again.</summary>
/// <param name="Number">The case of the report, which is its first part.</param>
/// <param name="Status">The status of that case.</param>
/// <param name="Parts">The cases of the other parts; none once the split was undone.</param>
/// <param name="Event">The number of the newest event.</param>
public sealed record SplitResponse(
    [property: JsonPropertyName("zaaknummer")] CaseNumber Number, [property: JsonPropertyName("status")] CaseStatus Status,
    [property: JsonPropertyName("gesplitstIn")] IReadOnlyList<string> Parts,
    [property: JsonPropertyName("gebeurtenis")] int Event)
{
    public static SplitResponse Of(CaseFile file) =>
        new(file.Number, file.State.Status, [.. (file.State.Split?.Parts ?? []).Select(part => part.Value)], file.State.Version);
}
