namespace RegelLoket.Escalation.Inbound;

/// <summary>A mail that belongs to no case, as a list shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Facts">Sender, subject and attachments.</param>
public sealed record DeskMail(string Id, DateTimeOffset ReceivedAt, string Facts);
