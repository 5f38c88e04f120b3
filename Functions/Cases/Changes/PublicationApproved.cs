namespace RegelLoket.Cases.Changes;

/// <summary>A second analyst approved a version of the public text.</summary>
public sealed record PublicationApproved(int Version) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithPublication(p => p with { ApprovedBy = e.By, ApprovedAt = e.At });
}
