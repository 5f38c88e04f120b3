using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Experiments.Participation;

/// <summary>A step of the spiral.</summary>
public sealed record ExperimentStepResponse(
    [property: JsonPropertyName("ronde")] int Round, [property: JsonPropertyName("fase")] ExperimentPhase Phase);
