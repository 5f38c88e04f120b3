namespace RegelLoket.Cases.Changes;

/// <summary>
/// A colleague decided not to share the outcome with the sector. A public text that was written for it is dropped; the
/// case may close once the reporter's term is over.
/// </summary>
public sealed record SharingDeclined(NotSharedReason Because) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        NotShared = new(Because, e.By, e.At, e.Text(TextNames.Reason)),
        Publication = state.Publication is { WithdrawnAt: null } dropped ? dropped with { WithdrawnAt = e.At } : state.Publication,
    };
}
