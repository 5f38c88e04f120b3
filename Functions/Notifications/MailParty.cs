using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>An address with a display name, which is the desk's own and never user text.</summary>
public sealed record MailParty(string Name, EmailAddress Address);
