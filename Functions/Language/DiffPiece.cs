namespace RegelLoket.Language;

/// <summary>A piece of text and its change.</summary>
public sealed record DiffPiece(DiffKind Kind, string Text);
