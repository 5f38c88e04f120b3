namespace RegelLoket.Library.Items;

/// <summary>
/// The changes in storage: the tag of every blob, and the content of those that differ. A withdrawn item is null in
/// <paramref name="Items"/>.
/// </summary>
public sealed record LibraryChanges(
    IReadOnlyDictionary<string, string> Tags, IReadOnlyDictionary<string, LibraryItem?> Items,
    IReadOnlyDictionary<string, WithdrawnItem> Withdrawn, IReadOnlyDictionary<string, SharedBy> Shared);
