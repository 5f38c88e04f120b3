namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>A phrase of the catalogue found in a text, from the first to the last token.</summary>
public readonly record struct PhraseMatch(string Key, int FirstToken, int LastToken);
