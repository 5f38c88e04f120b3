namespace LocalHost.Lokaal.Mail;

/// <summary>Why a request is refused, as the API says it.</summary>
internal sealed record MailError(string Message, string? Field = null, string? Help = null);
