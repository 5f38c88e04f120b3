namespace RegelLoket.Cases.Changes;

/// <summary>A second analyst returned the newest version to its author, with the reason.</summary>
public sealed record StatementReturned : CaseChange
{
    public required int Version { get; init; }

    public required DateOnly DueOn { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Status = CaseStatus.DraftingStatement,
        Remarks = [.. state.Remarks, new(Version, e.By, e.At, e.Text(TextNames.Reason))],
        DueOn = DueOn,
    };
}
