namespace RegelLoket.Cases.Changes;

/// <summary>The reporter withdrew the report.</summary>
public sealed record CaseWithdrawn : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithoutOpenRequests(e) with
    {
        Status = CaseStatus.Withdrawn,
        MergedInto = null,
        StatusBeforeMerge = null,
        MergedOn = null,
        Outcome = new(OutcomeKind.Ingetrokken, e.By, e.At, ReporterText: null, Reason: null),
        DueOn = null,
    };
}
