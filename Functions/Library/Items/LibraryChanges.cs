namespace RegelLoket.Library.Items;

/// <summary>The changes in storage: the tag of every blob, and the content of those that differ.</summary>
public sealed record LibraryChanges(
    IReadOnlyDictionary<string, string> Tags, IReadOnlyDictionary<string, LibraryItem?> Items,
    IReadOnlyDictionary<string, SharedBy> Shared);
