namespace RegelLoket.Cases.Changes;

/// <summary>
/// Another organisation said of a case that was shared: this plays at our place too. It adds what that costs there; it makes no case of its
/// own. What the organisation wrote is stored in the private blob under this event's number.
/// </summary>
public sealed record CaseJoined : CaseChange
{
    /// <summary>The organisation's place among the followers: the last part of its <see cref="FollowNumber"/>.</summary>
    public required int Follower { get; init; }

    /// <summary><see cref="FollowCode.Hash"/> of the organisation's own code.</summary>
    public required string FollowCodeHash { get; init; }

    /// <summary>SHA-256 of the key under which it was sent: the same key joins once.</summary>
    public required string KeyHash { get; init; }

    /// <summary>How many people notice it there; null when that was not said.</summary>
    public int? People { get; init; }

    public Branche? Branche { get; init; }

    /// <summary>A coarse region from the fixed list of the form, or null.</summary>
    public string? Region { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with
        {
            Followers = state.Followers.Add(
            new CaseFollower(Follower, FollowCodeHash, KeyHash, e.At) { People = People, Branche = Branche, Region = Region })
        };
}

/// <summary>Anyone who follows the case has another e-mail address from now on, or none. The address itself is private.</summary>
public sealed record ContactChanged : CaseChange
{
    /// <summary>The place of the follower; null for the reporter.</summary>
    public int? Follower { get; init; }

    /// <summary>Whether anything is left by which this person can be reached.</summary>
    public required bool Reachable { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => Follower is null ? state with { Anonymous = !Reachable } : state;
}

/// <summary>
/// A code was lost: another one is mailed to the address that the case has of this person. The old code works until the new one is used,
/// so that nobody loses a code because somebody else asked.
/// </summary>
public sealed record FollowCodeOffered : CaseChange
{
    /// <summary>The place of the follower; null for the reporter.</summary>
    public int? Follower { get; init; }

    public required string FollowCodeHash { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with { OfferedCodes = state.OfferedCodes.Add(new(Follower, FollowCodeHash)) };
}

/// <summary>A new code was used: it takes the place of the old one and of all that were offered.</summary>
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
                Followers = [.. state.Followers.Select(f => f.Place == place ? f with { FollowCodeHash = FollowCodeHash } : f)],
            };
    }
}
