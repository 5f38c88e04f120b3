namespace RegelLoket.Cases.Changes;

/// <summary>
/// A newer version of the public text was dropped, for instance after an objection of the reporter: the version in the
/// library stands.
/// </summary>
public sealed record PublicationDraftDropped(int Version) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithPublication(p => p.Standing ?? p) with
    {
        Status = state.Dispute is null ? CaseStatus.Shared : state.Status,
        ClosedAt = e.At,
        DueOn = state.Dispute is null ? null : state.DueOn,
    };
}
