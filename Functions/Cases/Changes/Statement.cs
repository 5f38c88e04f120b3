namespace RegelLoket.Cases.Changes;

/// <summary>A version of the problem statement was written; a second analyst approves the newest one.</summary>
public sealed record StatementWritten : CaseChange, ISharedText
{
    string ISharedText.SharedText => "statement";

    public required int Version { get; init; }

    public required DateOnly DueOn { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Statements = [.. state.Statements, new(Version, e.By, e.At, e.Text(TextNames.Statement))],
        ApprovedVersion = null,
        Status = CaseStatus.AwaitingApproval,
        DueOn = DueOn,
    };
}

/// <summary>A second analyst approved a version.</summary>
public sealed record StatementApproved : CaseChange
{
    public required int Version { get; init; }

    public required DateOnly DueOn { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        ApprovedVersion = Version,
        Status = CaseStatus.ReadyToDecide,
        DueOn = DueOn,
    };
}

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
