using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Items;

/// <summary>The reporter's answer on the effect at a moment.</summary>
/// <param name="Moment">The moment that the question was about.</param>
/// <param name="Noticed">The answer.</param>
public sealed record PublicEffect([property: JsonPropertyName("moment")] EffectMoment Moment,
    [property: JsonPropertyName("merkbaar")] EffectNoticed Noticed)
{
    /// <summary>The day of the answer; null in items from before it was stored.</summary>
    [JsonPropertyName("op")]
    public DateOnly? On { get; init; }
}
