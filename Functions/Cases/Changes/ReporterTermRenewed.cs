namespace RegelLoket.Cases.Changes;

/// <summary>
/// A mail to the reporter was sent only after the last day that it names, so the reporter may react until another day.
/// </summary>
/// <param name="Promised">The number of the event of the outcome or the public text whose mail names the day.</param>
/// <param name="Until">The new last day.</param>
public sealed record ReporterTermRenewed(int Promised, DateOnly Until) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e)
    {
        var due = state.Dispute is null && state.DueOn < Until ? Until : state.DueOn;
        return state switch
        {
            { Outcome: { } outcome } when outcome.Number == Promised =>
                state with { Outcome = outcome with { DisputeBefore = Until }, DueOn = due },
            { Publication: { } publication } when publication.EventNumber == Promised =>
                state with { Publication = publication with { ObjectBefore = Until }, DueOn = due },
            _ => state,
        };
    }
}
