namespace RegelLoket.Cases.Changes;

/// <summary>The link to another case was removed.</summary>
public sealed record CaseUnlinked(CaseNumber Other) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with { Related = state.Related.Remove(Other) };
}
