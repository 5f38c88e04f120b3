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
