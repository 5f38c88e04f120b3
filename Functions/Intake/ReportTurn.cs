using System.Text.Json.Serialization;

namespace RegelLoket.Intake;

/// <summary>One message of the dialogue, from <c>jij</c> or <c>loket</c>.</summary>
public sealed record ReportTurn(
    [property: JsonPropertyName("van")] string From, [property: JsonPropertyName("op")] DateTimeOffset At,
    [property: JsonPropertyName("tekst")] string Text);
