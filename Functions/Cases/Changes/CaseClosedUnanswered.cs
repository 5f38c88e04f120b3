namespace RegelLoket.Cases.Changes;

/// <summary>The desk closed the case since the reporter never answered, with a reason that the reporter reads.</summary>
public sealed record CaseClosedUnanswered : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithoutOpenRequests(e) with
    {
        Status = CaseStatus.Closed,
        ResumeStatus = null,
        PausedOn = null,
        DueOn = null,
        ClosedAt = e.At,
        Dialogue = [.. state.Dialogue, new(e.By, e.At, e.Text(TextNames.Reason))],
    };
}
