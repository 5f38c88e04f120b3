using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Experiments;

/// <summary>A figure as shown to colleagues.</summary>
public sealed record ExperimentMeasureResponse(
    [property: JsonPropertyName("ronde")] int Round, [property: JsonPropertyName("maat")]
        MeasureKind Kind, [property: JsonPropertyName("waarde")] decimal Value);
