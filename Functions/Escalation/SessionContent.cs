namespace RegelLoket.Escalation;

/// <summary>What a protected session holds.</summary>
internal sealed record SessionContent(string Code, bool IsVerified);
