using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Similarity;

/// <summary>What is shown of a similar case.</summary>
public sealed record SimilarCaseLine(
    CaseNumber Number, string Title, CaseStatus Status, OutcomeKind? Outcome, SimilarCase Similarity);
