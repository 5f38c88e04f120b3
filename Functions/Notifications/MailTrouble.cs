namespace RegelLoket.Notifications;

/// <summary>A mail that waits or did not arrive, as shown to a colleague.</summary>
/// <param name="Entry">The mail.</param>
/// <param name="WhyNotAgain">The reason why it cannot be sent again, in a sentence; null when it can.</param>
public sealed record MailTrouble(OutboxEntry Entry, string? WhyNotAgain);
