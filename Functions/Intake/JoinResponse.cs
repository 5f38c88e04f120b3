using System.Text.Json.Serialization;

namespace RegelLoket.Intake;

/// <summary>The response to an organisation that joins; without number and code there is no case to follow.</summary>
public sealed record JoinResponse(
    [property: JsonPropertyName("volgnummer")] string? Number,
    [property: JsonPropertyName("volgcode")] string? Code,
    [property: JsonPropertyName("aangeslotenOp")] DateTimeOffset At,
    [property: JsonPropertyName("titel")] string Title,
    [property: JsonPropertyName("adres")] string Address);
