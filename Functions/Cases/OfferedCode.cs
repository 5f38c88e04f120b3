namespace RegelLoket.Cases;

/// <summary>A code that replaces a lost one once it is used.</summary>
/// <param name="Follower">The place of the follower; null for the reporter.</param>
/// <param name="FollowCodeHash">The hash of the code.</param>
public sealed record OfferedCode(int? Follower, string FollowCodeHash);
