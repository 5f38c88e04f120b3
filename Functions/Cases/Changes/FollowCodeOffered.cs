namespace RegelLoket.Cases.Changes;

/// <summary>
/// A replacement for a lost code was mailed to the address in the case. The old code works until the new one is used,
/// so that nobody loses a code because another person asked.
/// </summary>
public sealed record FollowCodeOffered : CaseChange
{
    /// <summary>The place of the follower; null for the reporter.</summary>
    public int? Follower { get; init; }

    public required string FollowCodeHash { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with { OfferedCodes = state.OfferedCodes.Add(new(Follower, FollowCodeHash)) };
}
