namespace RegelLoket.Notifications;

/// <summary>The words of a link and where it leads.</summary>
public sealed record MailLink(string Text, Uri Target);
