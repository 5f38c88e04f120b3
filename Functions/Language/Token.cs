namespace RegelLoket.Language;

/// <summary>A word of a text: in lower case without accents, its stem, and its position in UTF-16 code units.</summary>
public readonly record struct Token(string Word, string Stem, int Begin, int End, int Sentence);
