namespace RegelLoket.Notifications;

/// <summary>The text and the target of a link.</summary>
public sealed record MailLink(string Text, Uri Target);
