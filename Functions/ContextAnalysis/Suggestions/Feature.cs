namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>
/// A feature of a word: its stem, the stem of a part of a compound, or its concept ("#uitkering"), with its strength
/// and position.
/// </summary>
public readonly record struct Feature(string Key, double Strength, int Begin, int End, int Position, int Sentence);
