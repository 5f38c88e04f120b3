namespace RegelLoket.Cases.Changes;

/// <summary>The page of a ministry was locked for a while after too many wrong access codes.</summary>
public sealed record MinistryPageLocked(Ministry Ministry) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state;
}
