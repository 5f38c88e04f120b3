namespace RegelLoket.Escalation;

/// <summary>The content of a protected session.</summary>
internal sealed record SessionContent(string Code, bool IsVerified);
