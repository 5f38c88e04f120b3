namespace RegelLoket.ContextAnalysis.Splitting;

/// <summary>One part of a report that is split, as a colleague wrote it: the reporter's words that belong to it.</summary>
public sealed record SplitPart(string? Title, string? Description, string? Obstacle);
