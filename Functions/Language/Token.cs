namespace RegelLoket.Language;

/// <summary>A word of a text: as written in small letters without accents, its stem, and its place in UTF-16 code units.</summary>
public readonly record struct Token(string Word, string Stem, int Begin, int End, int Sentence);
