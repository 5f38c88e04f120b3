using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Outcome;

/// <summary>One question on the effect and its answer.</summary>
public sealed record EffectResponse(
    [property: JsonPropertyName("moment")] EffectMoment Moment, [property: JsonPropertyName("gevraagdOp")]
        DateTimeOffset AskedAt, [property: JsonPropertyName("merkbaar")] EffectNoticed? Noticed);
