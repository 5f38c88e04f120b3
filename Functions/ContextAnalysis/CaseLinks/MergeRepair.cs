using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.CaseLinks;

/// <summary>An event that is missing in one of two merged cases.</summary>
public sealed record MergeRepair(CaseNumber Number, CaseChange Change);
