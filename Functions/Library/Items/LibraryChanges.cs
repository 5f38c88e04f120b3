namespace RegelLoket.Library.Items;

/// <summary>
/// The changes in storage: the tag of every blob, and the content of those that differ. A withdrawn item is null in
/// <paramref name="Items"/>; <paramref name="Moves"/> are the lists to which the others belonged before.
/// </summary>
public sealed record LibraryChanges(
    IReadOnlyDictionary<string, string> Tags, IReadOnlyDictionary<string, LibraryItem?> Items,
    IReadOnlyDictionary<string, WithdrawnItem> Withdrawn, IReadOnlyDictionary<string, IReadOnlyList<WithdrawnItem>> Moves,
    IReadOnlyDictionary<string, SharedBy> Shared);
