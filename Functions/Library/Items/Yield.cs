using System.Globalization;
using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Items;

/// <summary>One result of a front-runner initiative, as its source states it.</summary>
public sealed record Yield
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    [JsonPropertyName("soort")]
    public required YieldKind Kind { get; init; }

    /// <summary>The figure; negative for a decrease.</summary>
    [JsonPropertyName("cijfer")]
    public required decimal Value { get; init; }

    [JsonPropertyName("eenheid")]
    public required YieldUnit Unit { get; init; }

    /// <summary>
    /// The period as an ISO 8601 year, month or interval: <c>2024</c>, <c>2024-01/2024-12</c>; null when the source
    /// names none.
    /// </summary>
    [JsonPropertyName("periode")]
    public string? Period { get; init; }

    /// <summary>The place of the figure in its source, in words.</summary>
    [JsonPropertyName("bronvermelding")]
    public required string Source { get; init; }

    /// <summary>Whether it was estimated rather than measured.</summary>
    [JsonPropertyName("geschat")]
    public bool IsEstimate { get; init; }

    /// <summary>The facts that one has to know beside it, such as the condition of an estimate.</summary>
    [JsonPropertyName("toelichting")]
    public string? Remark { get; init; }

    /// <summary>Returns the figure with its unit: € 40.000.000.</summary>
    public string Shown() => Unit == YieldUnit.Euro ? $"€ {Value.ToString("#,0.##", Dutch)}"
        : $"{Value.ToString("#,0.##", Dutch)} {Unit.Label()}";

    /// <summary>Returns the period in words, or that it is unknown.</summary>
    public string ShownPeriod() => Period is { } period ? period.Replace("/", " tot en met ", StringComparison.Ordinal)
        : "Periode niet bekend";

    /// <summary>Whether two results can be put in one order: the same unit and a known, equal period, both measured or estimated.</summary>
    public bool IsComparableWith(Yield other) =>
        Unit == other.Unit && Period is not null && Period == other.Period && IsEstimate == other.IsEstimate;
}
