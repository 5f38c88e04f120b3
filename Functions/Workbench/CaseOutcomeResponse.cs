using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Workbench;

/// <summary>The outcome of the case.</summary>
public sealed record CaseOutcomeResponse(
    [property: JsonPropertyName("uitkomst")] OutcomeKind Kind,
    [property: JsonPropertyName("tekstVoorMelder")] string? ReporterText,
    [property: JsonPropertyName("reden")] string? Reason,
    [property: JsonPropertyName("door")] string By,
    [property: JsonPropertyName("op")] DateTimeOffset At);
