namespace RegelLoket.ContextAnalysis.Similarity;

/// <summary>A subject of the catalogue that two cases share.</summary>
public sealed record SharedSubject(string RuleId, string Subject, double Weight);
