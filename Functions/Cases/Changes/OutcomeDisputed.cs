namespace RegelLoket.Cases.Changes;

/// <summary>The reporter disputed the outcome: a task for the desk, which may reopen the case.</summary>
public sealed record OutcomeDisputed : CaseChange
{
    /// <summary>The day on which the desk's answer is due.</summary>
    public required DateOnly DueOn { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Dispute = new(e.By, e.At, e.Text(TextNames.Reason)),
        Status = CaseStatus.OutcomeKnown,
        ClosedAt = null,
        DueOn = DueOn,
        Promise = new(DueOn),
    };
}
