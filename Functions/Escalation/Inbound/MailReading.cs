namespace RegelLoket.Escalation.Inbound;

/// <summary>What a person is shown of a mail that came in.</summary>
/// <param name="Words">What was newly written; empty when there is nothing.</param>
/// <param name="Whole">All of it, where it quotes something: a line that is quoted begins with <c>&gt;</c>. Else null.</param>
/// <param name="Facts">Sender, subject and attachments, a line each.</param>
internal sealed record MailReading(string Words, string? Whole, string Facts);
