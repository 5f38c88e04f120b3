namespace RegelLoket.Cases.Changes;

/// <summary>The case was linked to another one about the same rule. Both cases get the event.</summary>
public sealed record CaseLinked(CaseNumber Other) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with { Related = state.Related.Contains(Other) ? state.Related : state.Related.Add(Other) };
}
