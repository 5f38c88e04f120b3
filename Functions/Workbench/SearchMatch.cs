namespace RegelLoket.Workbench;

/// <summary>Where a search hit: a piece of a text, with the words to mark.</summary>
/// <param name="Label">Which text it is.</param>
/// <param name="Pieces">The excerpt in pieces; marked ones are the words that were searched.</param>
public sealed record SearchMatch(string Label, IReadOnlyList<MatchPiece> Pieces);
