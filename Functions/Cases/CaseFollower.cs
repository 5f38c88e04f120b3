namespace RegelLoket.Cases;

/// <summary>An organisation that joined a shared case: where it can be followed from, and what it costs there.</summary>
/// <param name="Place">The last part of its <see cref="FollowNumber"/>.</param>
/// <param name="FollowCodeHash">The hash of its code.</param>
/// <param name="KeyHash">The hash of the key under which it joined.</param>
/// <param name="At">When it joined.</param>
public sealed record CaseFollower(int Place, string FollowCodeHash, string KeyHash, DateTimeOffset At)
{
    public int? People { get; init; }

    public Branche? Branche { get; init; }

    public string? Region { get; init; }
}
