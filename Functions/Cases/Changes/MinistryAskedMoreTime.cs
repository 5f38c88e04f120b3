namespace RegelLoket.Cases.Changes;

/// <summary>The ministry asked for more time, until <see cref="Until"/>.</summary>
public sealed record MinistryAskedMoreTime(Ministry Ministry, DateOnly Until) : CaseChange, IMinistryChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithRequest(Ministry, r => r with
    {
        MoreTimeUntil = Until,
        MoreTimeAskedOn = WorkingDays.DayOf(e.At),
        Dialogue = [.. r.Dialogue, new(e.By, e.At, e.Text(TextNames.Reason))],
    });
}
