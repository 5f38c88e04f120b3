using RegelLoket.Library.Items;

namespace RegelLoket.Library.Search;

/// <summary>An item that was found: how well it fits, and by which stems.</summary>
public sealed record LibraryHit(LibraryItem Item, double Score, IReadOnlySet<string> Stems);
