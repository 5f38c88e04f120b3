namespace RegelLoket.Insight;

/// <summary>A named number.</summary>
public sealed record Count(string Name, int Number);
