namespace RegelLoket.Cases.Changes;

/// <summary>A coordinator reviewed the item and found it still right; it stays until the new day.</summary>
public sealed record PublicationReviewed(DateOnly ReviewBefore) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithPublication(p => p.WithBoth(version => version with { ReviewBefore = ReviewBefore }));
}
