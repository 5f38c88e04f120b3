namespace RegelLoket.Notifications;

/// <summary>A mail that waits or did not arrive, as a colleague sees it.</summary>
/// <param name="Entry">The mail.</param>
/// <param name="WhyNotAgain">Why it cannot be sent again, in a sentence; null when it can.</param>
public sealed record MailTrouble(OutboxEntry Entry, string? WhyNotAgain);
