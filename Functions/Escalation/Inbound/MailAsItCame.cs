namespace RegelLoket.Escalation.Inbound;

/// <summary>A received mail, safe to show.</summary>
/// <param name="Facts">Sender, subject and attachments, one line each.</param>
/// <param name="Text">The plain text.</param>
/// <param name="LaidOut">The text of the HTML body.</param>
/// <param name="Headers">The headers.</param>
/// <param name="IsAsWritten">Whether the HTML body was unreadable, so that its source is shown.</param>
public sealed record MailAsItCame(string Facts, string Text, string LaidOut, string Headers, bool IsAsWritten);
