using System.Text.Json.Serialization;

namespace RegelLoket.Escalation;

/// <summary>One message between the desk and the ministry.</summary>
public sealed record QuestionTurnResponse([property: JsonPropertyName("wie")] string Who,
    [property: JsonPropertyName("gezegdOp")] DateTimeOffset At, [property: JsonPropertyName("tekst")] string Text);
