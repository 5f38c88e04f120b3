using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Outcome;

/// <summary>The reporter's answer to the question on the effect.</summary>
public sealed record EffectRequest
{
    [JsonPropertyName("moment")]
    public EffectMoment? Moment { get; init; }

    [JsonPropertyName("merkbaar")]
    public EffectNoticed? Noticed { get; init; }

    [JsonPropertyName("toelichting")]
    public string? Explanation { get; init; }
}
