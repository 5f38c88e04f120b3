namespace LocalHost.Lokaal.Mail;

/// <summary>The reason for a refusal, in the format of the API.</summary>
internal sealed record MailError(string Message, string? Field = null, string? Help = null);
