using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Experiments;

/// <summary>The request to end an experiment.</summary>
public sealed record ExperimentEndRequest
{
    [JsonPropertyName("resultaat")]
    public ExperimentResult? Result { get; init; }

    [JsonPropertyName("lessen")]
    public string? Lessons { get; init; }
}
