namespace RegelLoket.Notifications;

/// <summary>Sending is paused because the mail service refuses the desk itself; nothing is lost meanwhile.</summary>
/// <param name="Since">When it was refused.</param>
/// <param name="Until">When the next mail tries again.</param>
/// <param name="Fault">Why.</param>
public sealed record SendingPause(DateTimeOffset Since, DateTimeOffset Until, string Fault);
