namespace RegelLoket.Cases.Changes;

/// <summary>The case was closed: the term for objections is past, and the outcome was shared or will not be.</summary>
public sealed record CaseClosed : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Status = state.Publication?.IsPublic == true ? CaseStatus.Shared : CaseStatus.Closed,
        ClosedAt = e.At,
        DueOn = null,
    };
}
