namespace RegelLoket.Library.Search;

/// <summary>One page of results, with the number of items for each filter.</summary>
public sealed record SearchResult
{
    public const int PageSize = 12;

    public required LibraryQuery Query { get; init; }

    /// <summary>The items of this page; without a search their stems are empty.</summary>
    public required IReadOnlyList<LibraryHit> Hits { get; init; }

    public required int Total { get; init; }

    /// <summary>The closest items where nothing was found, regardless of the filters.</summary>
    public IReadOnlyList<LibraryHit> Nearest { get; init; } = [];

    public int Pages => (Total + PageSize - 1) / PageSize;
}
