namespace RegelLoket.Cases.Changes;

/// <summary>The ministry asked a question back; its clock is paused until the analyst answers.</summary>
public sealed record MinistryAskedBack(Ministry Ministry) : CaseChange, IMinistryChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithRequest(Ministry, r => r with
    {
        Status = RequestStatus.AskedBack,
        PausedOn = WorkingDays.DayOf(e.At),
        Dialogue = [.. r.Dialogue, new(e.By, e.At, e.Text(TextNames.Question))],
    });
}
