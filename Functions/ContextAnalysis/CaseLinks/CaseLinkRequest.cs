using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.CaseLinks;

/// <summary>The body of a link between two cases, or of a merge.</summary>
public sealed record CaseLinkRequest(
    [property: JsonPropertyName("soort")] string? Kind, [property: JsonPropertyName("zaaknummer")] string? Number,
    [property: JsonPropertyName("reden")] string? Reason);
