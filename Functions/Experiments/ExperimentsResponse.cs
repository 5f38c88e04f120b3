using System.Text.Json.Serialization;

namespace RegelLoket.Experiments;

/// <summary>The experiments of one case.</summary>
public sealed record ExperimentsResponse(
    [property: JsonPropertyName("experimenten")] IReadOnlyList<ExperimentResponse> Experiments);
