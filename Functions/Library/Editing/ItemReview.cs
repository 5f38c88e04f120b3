using RegelLoket.Library.Items;

namespace RegelLoket.Library.Editing;

/// <summary>The result of the checks on a text for the library before it is proposed.</summary>
/// <param name="Errors">The errors to correct first, by field.</param>
/// <param name="Preview">The item as it would be shown; null while there are errors.</param>
public sealed record ItemReview(IReadOnlyDictionary<string, string> Errors, LibraryItem? Preview);
