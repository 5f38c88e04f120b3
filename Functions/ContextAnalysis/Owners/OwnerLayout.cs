namespace RegelLoket.ContextAnalysis.Owners;

/// <summary>
/// The best division of a report among the owners of a set: how well it fits, its stretches, and the evidence for the
/// weakest of them (see <see cref="OwnerJudgement.Explain"/>).
/// </summary>
internal sealed record OwnerLayout(double Fit, IReadOnlyList<OwnerStretch> Stretches, double[] Weakest);
