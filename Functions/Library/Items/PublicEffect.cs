using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Items;

/// <summary>Whether the outcome was noticed at a moment.</summary>
/// <param name="Moment">The moment that the question was about.</param>
/// <param name="Noticed">What the reporter said.</param>
public sealed record PublicEffect([property: JsonPropertyName("moment")] EffectMoment Moment,
    [property: JsonPropertyName("merkbaar")] EffectNoticed Noticed)
{
    /// <summary>The day of the answer; null in items that were written before it was kept.</summary>
    [JsonPropertyName("op")]
    public DateOnly? On { get; init; }
}
