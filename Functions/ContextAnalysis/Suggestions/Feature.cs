namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>
/// What the analysis keeps of a word: its stem, the stem of a part of a compound, or the concept it stands for
/// ("#uitkering"), with the strength of
/// the link and the place it came from.
/// </summary>
public readonly record struct Feature(string Key, double Strength, int Begin, int End, int Position, int Sentence);
