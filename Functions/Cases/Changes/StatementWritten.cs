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
