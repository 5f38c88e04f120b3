namespace RegelLoket.Cases.Changes;

/// <summary>
/// The case was reopened and is back at the decision, with its analysis and problem statement as they were. The earlier
/// outcome and its effect stay in the stream, but earlier answers on the effect and public texts do not count for the
/// next outcome.
/// </summary>
public sealed record CaseReopened : CaseChange
{
    public required DateOnly DueOn { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Outcome = null,
        Dispute = null,
        ClosedAt = null,
        Effects = [],
        Publication = state.Publication is { } publication ? publication with { IsOutdated = true } : null,
        MergedBeforeReopening = state.MergedCases,
        Status = state.ApprovedVersion is null ? CaseStatus.Analysing : CaseStatus.ReadyToDecide,
        DueOn = DueOn,
        Promise = new(DueOn),
        Dialogue = [.. state.Dialogue, new(e.By, e.At, e.Text(TextNames.Reply))],
    };
}
