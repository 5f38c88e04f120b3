using RegelLoket.Library.Items;

namespace RegelLoket.Library.Publication;

/// <summary>The result of the checks on a text before publication.</summary>
/// <param name="Errors">The errors to correct first, by field.</param>
/// <param name="Cells">The number of cases that share the properties to be shown.</param>
/// <param name="Preview">The item as it would be shown.</param>
public sealed record PublicationReview(
    IReadOnlyDictionary<string, string> Errors, IReadOnlyList<CellCount> Cells, PublishedCase? Preview);
