namespace RegelLoket.Cases.Changes;

/// <summary>Another case was split off from this one.</summary>
public sealed record OtherCaseSplitOff(CaseNumber Other) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        MergedCases = state.MergedCases.Remove(Other),
        MergedBeforeReopening = state.MergedBeforeReopening.Remove(Other),
    };
}
