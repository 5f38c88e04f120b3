namespace RegelLoket.Cases.Changes;

/// <summary>
/// This part of a split report goes on where it was: it was closed to undo the split, and another part turned out to be in
/// use.
/// </summary>
/// <param name="From">The case of the report, which stays split.</param>
public sealed record PartGoesOn(CaseNumber From) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.BeforeTakenBack is not { } before ? state
        : state with { Status = before.Status, DueOn = before.DueOn, BeforeTakenBack = null };
}
