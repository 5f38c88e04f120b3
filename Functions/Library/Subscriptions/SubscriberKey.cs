namespace RegelLoket.Library.Subscriptions;

/// <summary>The random key behind the names of subscribers, encrypted.</summary>
public sealed record SubscriberKey(string Secret);
