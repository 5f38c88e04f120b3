namespace RegelLoket.Workbench;

/// <summary>An excerpt of a text around a match, with the matching words marked.</summary>
/// <param name="Label">The label of the text.</param>
/// <param name="Pieces">The excerpt in pieces; the marked ones are the search words.</param>
public sealed record SearchMatch(string Label, IReadOnlyList<MatchPiece> Pieces);
