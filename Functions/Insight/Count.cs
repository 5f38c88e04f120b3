namespace RegelLoket.Insight;

/// <summary>A number under its name.</summary>
public sealed record Count(string Name, int Number);
