namespace RegelLoket.Cases.Changes;

/// <summary>This part of a split report ended, since the split is undone: the report goes on as one case.</summary>
/// <param name="Into">The case of the whole report.</param>
public sealed record PartTakenBack(CaseNumber Into) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithoutOpenRequests(e) with
        {
            BeforeTakenBack = new(state.Status, state.DueOn),
            Status = CaseStatus.TakenBack,
            MergedInto = null,
            StatusBeforeMerge = null,
            MergedOn = null,
            DueOn = null,
        };
}
