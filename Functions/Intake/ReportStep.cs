using System.Text.Json.Serialization;

namespace RegelLoket.Intake;

/// <summary>One step of a report.</summary>
public sealed record ReportStep(
    [property: JsonPropertyName("stap")] string Name, [property: JsonPropertyName("op")] DateTimeOffset? At);
