namespace RegelLoket.Library.Search;

/// <summary>A piece of text, marked or not.</summary>
public readonly record struct TextPiece(string Text, bool Marked);
