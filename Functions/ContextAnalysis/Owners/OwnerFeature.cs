namespace RegelLoket.ContextAnalysis.Owners;

/// <summary>
/// A feature of a word in the owner model: a readable key, its weight, and the position of the word in its field.
/// </summary>
internal readonly record struct OwnerFeature(string Key, double Value, int Begin, int End);
