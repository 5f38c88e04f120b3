using System.Text.Json.Serialization;

namespace RegelLoket.Intake;

/// <summary>An event that concerns the report as a whole.</summary>
public sealed record ReportNotice(
    [property: JsonPropertyName("op")] DateTimeOffset At, [property: JsonPropertyName("tekst")] string Text);
