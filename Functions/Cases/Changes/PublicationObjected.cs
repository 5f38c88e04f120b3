namespace RegelLoket.Cases.Changes;

/// <summary>The reporter objected to the public text; it is not published until there is another version.</summary>
public sealed record PublicationObjected(int Version, DateOnly DueOn) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithPublication(p => p with { Objection = new(e.By, e.At, e.Text(TextNames.Reason)) }) with { DueOn = DueOn };
}
