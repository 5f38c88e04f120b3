namespace RegelLoket.Escalation.Inbound;

/// <summary>A mail without a case, as a list shows it.</summary>
/// <param name="Id">The id.</param>
/// <param name="ReceivedAt">The moment of receipt.</param>
/// <param name="Facts">Sender, subject and attachments.</param>
public sealed record DeskMail(string Id, DateTimeOffset ReceivedAt, string Facts);
