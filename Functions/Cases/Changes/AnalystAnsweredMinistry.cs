namespace RegelLoket.Cases.Changes;

/// <summary>The analyst answered the ministry; the deadline moves by the working days of the pause.</summary>
public sealed record AnalystAnsweredMinistry(Ministry Ministry, DateOnly ReplyBefore) : CaseChange, IMinistryChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithRequest(Ministry, r => r.MovedTo(ReplyBefore, e) with
        {
            Status = RequestStatus.Acknowledged,
            PausedOn = null,
            Dialogue = [.. r.Dialogue, new(e.By, e.At, e.Text(TextNames.Reply))],
        });
}
