namespace RegelLoket.Cases;

/// <summary>An organisation that joined a published case, with its own number and code to follow it.</summary>
/// <param name="Place">The last part of its <see cref="FollowNumber"/>.</param>
/// <param name="FollowCodeHash">The hash of its follow code.</param>
/// <param name="KeyHash">The hash of the request key under which it joined.</param>
/// <param name="At">The moment at which it joined.</param>
public sealed record CaseFollower(int Place, string FollowCodeHash, string KeyHash, DateTimeOffset At)
{
    public int? People { get; init; }

    public Branche? Branche { get; init; }

    public string? Region { get; init; }
}
