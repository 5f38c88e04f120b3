namespace RegelLoket.Cases.Changes;

/// <summary>Another case was merged into this one.</summary>
public sealed record OtherCaseMerged(CaseNumber Other) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with
        {
            MergedCases = state.MergedCases.Contains(Other) ? state.MergedCases : state.MergedCases.Add(Other),
            MergedBeforeReopening = state.MergedBeforeReopening.Remove(Other),
        };
}
