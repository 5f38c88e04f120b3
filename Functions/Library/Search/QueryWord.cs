namespace RegelLoket.Library.Search;

/// <summary>A word of a query: its weight, and the stems by which it is found, each with its share of that.</summary>
internal sealed record QueryWord(double Weight, IReadOnlyList<(string Stem, double Share)> Stems);
