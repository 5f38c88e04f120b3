using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.Splitting;

/// <summary>The body of a split of a report: two to five parts, of which this case is the first.</summary>
public sealed record SplitRequest(
    [property: JsonPropertyName("delen")] IReadOnlyList<SplitPartRequest?>? Parts,
    [property: JsonPropertyName("reden")] string? Reason);
