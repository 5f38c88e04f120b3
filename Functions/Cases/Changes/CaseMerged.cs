namespace RegelLoket.Cases.Changes;

/// <summary>
/// This case was merged into another one about the same bottleneck. Its own stream stays complete, so that it can be
/// split off again.
/// </summary>
public sealed record CaseMerged(CaseNumber Into) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with
        {
            MergedInto = Into,
            StatusBeforeMerge = state.Status,
            MergedOn = WorkingDays.DayOf(e.At),
            Status = CaseStatus.Merged,
        };
}
