using System.Text.Json.Serialization;

namespace RegelLoket.Intake;

/// <summary>Something that happened to the report as a whole.</summary>
public sealed record ReportNotice(
    [property: JsonPropertyName("op")] DateTimeOffset At, [property: JsonPropertyName("tekst")] string Text);
