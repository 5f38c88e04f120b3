namespace RegelLoket.Cases.Changes;

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
