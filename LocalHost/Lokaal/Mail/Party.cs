namespace LocalHost.Lokaal.Mail;

/// <summary>An address with a name.</summary>
internal sealed record Party(string? Email, string? Name = null);
