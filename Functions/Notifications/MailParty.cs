using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>An address with the name that a reader sees; the name is ours, never a user's.</summary>
public sealed record MailParty(string Name, EmailAddress Address);
