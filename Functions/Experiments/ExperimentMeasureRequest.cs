using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Experiments;

/// <summary>Figures at one moment; a figure that is left out was not measured.</summary>
public sealed record ExperimentMeasureRequest
{
    /// <summary>The round after which was measured; 0 is before the first one.</summary>
    [JsonPropertyName("ronde")]
    public int? Round { get; init; }

    [JsonPropertyName("uitstroom")]
    public decimal? Outflow { get; init; }

    [JsonPropertyName("verzuim")]
    public decimal? SickLeave { get; init; }

    [JsonPropertyName("uren")]
    public decimal? Hours { get; init; }

    internal IEnumerable<(string Field, MeasureKind Kind, decimal? Value, decimal Most)> All =>
        [("uitstroom", MeasureKind.Outflow, Outflow, 100), ("verzuim", MeasureKind.SickLeave, SickLeave, 100),
            ("uren", MeasureKind.Hours, Hours, 60)];
}
