namespace RegelLoket.Workbench;

/// <summary>A piece of an excerpt.</summary>
public sealed record MatchPiece(string Text, bool IsHit);
