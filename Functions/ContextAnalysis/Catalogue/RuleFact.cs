namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>A field of a rule in words, as a page shows it.</summary>
public sealed record RuleFact(string Label, string Value);
