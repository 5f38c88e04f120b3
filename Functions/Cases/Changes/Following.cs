namespace RegelLoket.Cases.Changes;

/// <summary>
/// Another organisation joined a published case because it has the same bottleneck. It adds its own impact and makes no
/// case of its own; its texts are stored in the private blob under this event's number.
/// </summary>
public sealed record CaseJoined : CaseChange
{
    /// <summary>The place among the followers: the last part of the <see cref="FollowNumber"/>.</summary>
    public required int Follower { get; init; }

    /// <summary>The <see cref="FollowCode.Hash"/> of the organisation's own code.</summary>
    public required string FollowCodeHash { get; init; }

    /// <summary>The SHA-256 of the request key; the same key joins only once.</summary>
    public required string KeyHash { get; init; }

    /// <summary>The number of people there whom it affects; null when it was left out.</summary>
    public int? People { get; init; }

    public Branche? Branche { get; init; }

    /// <summary>A coarse region from the fixed list of the form; null when it was left out.</summary>
    public string? Region { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with
        {
            Followers = state.Followers.Add(
            new CaseFollower(Follower, FollowCodeHash, KeyHash, e.At) { People = People, Branche = Branche, Region = Region })
        };
}

/// <summary>The reporter or a follower changed or removed the e-mail address, which is in the private part.</summary>
public sealed record ContactChanged : CaseChange
{
    /// <summary>The place of the follower; null for the reporter.</summary>
    public int? Follower { get; init; }

    /// <summary>Whether any way to reach this person is left.</summary>
    public required bool Reachable { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => Follower is null ? state with { Anonymous = !Reachable } : state;
}

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
                Followers = [.. state.Followers.Select(f => f.Place == place ? f with { FollowCodeHash = FollowCodeHash } : f)],
            };
    }
}
