using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Experiments;

/// <summary>A note as shown to colleagues; the text is left out when it was erased.</summary>
public sealed record ExperimentNoteResponse(
    [property: JsonPropertyName("ronde")] int Round, [property: JsonPropertyName("fase")]
        ExperimentPhase Phase, [property: JsonPropertyName("notitie")] string? Text,
    [property: JsonPropertyName("door")] string By, [property: JsonPropertyName("geschrevenOp")] DateTimeOffset At);
