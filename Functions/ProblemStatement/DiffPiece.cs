namespace RegelLoket.ProblemStatement;

/// <summary>A piece of text and what became of it.</summary>
public sealed record DiffPiece(DiffKind Kind, string Text);
