namespace RegelLoket.Library.Subscriptions;

/// <summary>A topic that is followed; what came before <paramref name="Since"/> is no news.</summary>
public sealed record FollowedTopic(Topic Topic, DateTimeOffset Since);
