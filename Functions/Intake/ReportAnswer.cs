using System.Text.Json.Serialization;

namespace RegelLoket.Intake;

/// <summary>The answer on a report.</summary>
public sealed record ReportAnswer(
    [property: JsonPropertyName("uitkomst")] string Outcome, [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("op")] DateTimeOffset At, [property: JsonPropertyName("tekst")] string? Text);
