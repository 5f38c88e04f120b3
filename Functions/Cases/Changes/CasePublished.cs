namespace RegelLoket.Cases.Changes;

/// <summary>The public text was published in the library.</summary>
public sealed record CasePublished(int Version) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithPublication(p => p with { PublishedAt = e.At, WithdrawnAt = null, WasPublic = true, Standing = null }) with
        {
            Status = state.Dispute is null ? CaseStatus.Shared : state.Status,
            ClosedAt = e.At,
            DueOn = state.Dispute is null ? null : state.DueOn,
        };
}
