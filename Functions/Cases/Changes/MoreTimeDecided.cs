namespace RegelLoket.Cases.Changes;

/// <summary>The analyst granted or refused more time; the day moves by the time that the decision took.</summary>
public sealed record MoreTimeDecided(Ministry Ministry, bool Granted, DateOnly ReplyBefore) : CaseChange, IMinistryChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithRequest(Ministry, r => r.MovedTo(ReplyBefore, e) with { MoreTimeUntil = null });
}
