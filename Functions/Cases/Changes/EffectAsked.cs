namespace RegelLoket.Cases.Changes;

/// <summary>The reporter was asked whether the outcome is noticed, once for each moment.</summary>
public sealed record EffectAsked(EffectMoment Moment) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with { Effects = [.. state.Effects, new EffectMeasure(Moment, e.At)] };
}
