using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.CaseLinks;

/// <summary>One event that one of two merged cases still lacks.</summary>
public sealed record MergeRepair(CaseNumber Number, CaseChange Change);
