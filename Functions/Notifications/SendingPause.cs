namespace RegelLoket.Notifications;

/// <summary>A pause in sending, because the mail service refuses the desk itself; no mail is lost meanwhile.</summary>
/// <param name="Since">The moment of the refusal.</param>
/// <param name="Until">The moment of the next attempt.</param>
/// <param name="Fault">The reason.</param>
public sealed record SendingPause(DateTimeOffset Since, DateTimeOffset Until, string Fault);
