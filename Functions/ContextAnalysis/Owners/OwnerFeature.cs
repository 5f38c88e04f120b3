namespace RegelLoket.ContextAnalysis.Owners;

/// <summary>What the model of owners sees of a word: a readable key, how much it counts, and the place of the word in its field.</summary>
internal readonly record struct OwnerFeature(string Key, double Value, int Begin, int End);
