namespace RegelLoket.Cases.Changes;

/// <summary>A note among colleagues, which the reporter and the ministries never see.</summary>
public sealed record NoteAdded : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with { Notes = [.. state.Notes, new(e.By, e.At, e.Text(TextNames.Note))] };
}
