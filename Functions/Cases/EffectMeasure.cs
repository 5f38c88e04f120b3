namespace RegelLoket.Cases;

/// <summary>One question on the effect, with its answer once it came.</summary>
public sealed record EffectMeasure(EffectMoment Moment, DateTimeOffset AskedAt)
{
    public DateTimeOffset? AnsweredAt { get; init; }

    public EffectNoticed? Noticed { get; init; }

    public TextReference? Explanation { get; init; }
}
