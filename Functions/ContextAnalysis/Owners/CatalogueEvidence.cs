namespace RegelLoket.ContextAnalysis.Owners;

/// <summary>
/// The catalogue's evidence on a stretch of text: the share of each owner, and the score of the best rule.
/// </summary>
internal readonly record struct CatalogueEvidence(double[] Shares, double Best);
