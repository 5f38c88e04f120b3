using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Similarity;

/// <summary>A similar case as a list shows it.</summary>
public sealed record SimilarCaseLine(
    CaseNumber Number, string Title, CaseStatus Status, OutcomeKind? Outcome, SimilarCase Similarity);
