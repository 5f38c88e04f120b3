namespace RegelLoket.ContextAnalysis.Owners;

/// <summary>
/// What was learned of a feature: how rare it is, since a rare word tells more than a common one, and how strongly it
/// points to each owner.
/// </summary>
internal readonly record struct OwnerWord(float Rarity, float[] Weights);
