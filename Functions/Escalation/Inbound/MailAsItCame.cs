namespace RegelLoket.Escalation.Inbound;

/// <summary>A mail as it came, fit to show.</summary>
/// <param name="Facts">Sender, subject and attachments, a line each.</param>
/// <param name="Text">The plain text.</param>
/// <param name="LaidOut">The words of the layout.</param>
/// <param name="Headers">The headers.</param>
/// <param name="IsAsWritten">Whether the layout could not be read, so that it stands there as it is written.</param>
public sealed record MailAsItCame(string Facts, string Text, string LaidOut, string Headers, bool IsAsWritten);
