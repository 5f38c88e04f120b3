using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Experiments;

/// <summary>A note on a phase of the experiment.</summary>
public sealed record ExperimentNoteRequest
{
    [JsonPropertyName("fase")]
    public ExperimentPhase? Phase { get; init; }

    [JsonPropertyName("notitie")]
    public string? Note { get; init; }
}
