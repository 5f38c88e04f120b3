namespace RegelLoket.Cases.Changes;

/// <summary>The reporter answered whether the outcome is noticed. "No" is a task for the desk.</summary>
public sealed record EffectAnswered : CaseChange
{
    public required EffectMoment Moment { get; init; }

    public required EffectNoticed Noticed { get; init; }

    /// <summary>The day on which the desk must have followed up a "no"; null when no action is needed.</summary>
    public DateOnly? DueOn { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e)
    {
        var asked = state.Effects.FirstOrDefault(m => m.Moment == Moment) ?? new EffectMeasure(Moment, e.At);
        var answered = asked with { AnsweredAt = e.At, Noticed = Noticed, Explanation = e.Text(TextNames.Explanation) };
        var after = state with { Effects = [.. state.Effects.Where(m => m.Moment != Moment), answered] };
        return DueOn is not { } due ? after : after with
        {
            Dispute = new(e.By, e.At, e.Text(TextNames.Explanation)),
            Status = CaseStatus.OutcomeKnown,
            ClosedAt = null,
            DueOn = due,
            Promise = new(due),
        };
    }
}
