namespace RegelLoket.Cases.Changes;

/// <summary>A new code was used; it replaces the old one and all others that were offered.</summary>
public sealed record FollowCodeRenewed : CaseChange
{
    /// <summary>The place of the follower; null for the reporter.</summary>
    public int? Follower { get; init; }

    public required string FollowCodeHash { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e)
    {
        var without = state with { OfferedCodes = state.OfferedCodes.RemoveAll(offered => offered.Follower == Follower) };
        return Follower is not { } place ? without with { FollowCodeHash = FollowCodeHash }
            : without with
            {
                Followers = [.. state.Followers.Select(
                    f => f.Place == place ? f with { FollowCodeHash = FollowCodeHash } : f)],
            };
    }
}
