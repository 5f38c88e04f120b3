using RegelLoket.Library.Items;

namespace RegelLoket.Library.Search;

/// <summary>An item that was found: its score, and the stems by which it was found.</summary>
public sealed record LibraryHit(LibraryItem Item, double Score, IReadOnlySet<string> Stems);
