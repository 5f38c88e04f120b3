namespace LocalHost.Lokaal.Mail;

/// <summary>A body of a mail with its MIME type.</summary>
internal sealed record MailPart(string? Type, string? Value);
