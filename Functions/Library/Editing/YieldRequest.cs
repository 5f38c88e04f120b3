using System.Text.Json.Serialization;
using RegelLoket.Library.Items;

namespace RegelLoket.Library.Editing;

/// <summary>A result of a front-runner initiative as submitted by a coordinator.</summary>
public sealed record YieldRequest
{
    [JsonPropertyName("soort")]
    public YieldKind? Kind { get; init; }

    [JsonPropertyName("cijfer")]
    public decimal? Value { get; init; }

    [JsonPropertyName("eenheid")]
    public YieldUnit? Unit { get; init; }

    /// <summary>A year, a month or an interval of those: <c>2024-01/2024-12</c>.</summary>
    [JsonPropertyName("periode")]
    public string? Period { get; init; }

    [JsonPropertyName("bronvermelding")]
    public string? Source { get; init; }

    [JsonPropertyName("geschat")]
    public bool IsEstimate { get; init; }

    [JsonPropertyName("toelichting")]
    public string? Remark { get; init; }
}
