using RegelLoket.Library.Items;

namespace RegelLoket.Library.Publication;

/// <summary>What stands between a text and the public.</summary>
/// <param name="Errors">What must be mended first, by field.</param>
/// <param name="Cells">How many cases share what would be shown.</param>
/// <param name="Preview">The item as the public would read it.</param>
public sealed record PublicationReview(IReadOnlyDictionary<string, string> Errors, IReadOnlyList<CellCount> Cells, PublishedCase? Preview);
