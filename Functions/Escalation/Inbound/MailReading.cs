namespace RegelLoket.Escalation.Inbound;

/// <summary>A received mail as a person reads it.</summary>
/// <param name="Words">The new text; empty when there is none.</param>
/// <param name="Whole">The whole text when there are quotations, whose lines start with <c>&gt;</c>; null
/// otherwise.</param>
/// <param name="Facts">Sender, subject and attachments, one line each.</param>
internal sealed record MailReading(string Words, string? Whole, string Facts);
