namespace RegelLoket.Library.Search;

/// <summary>One page of what was found, with how many of each filter there are.</summary>
public sealed record SearchResult
{
    public const int PageSize = 12;

    public required LibraryQuery Query { get; init; }

    /// <summary>The items of this page; without words, each has no stems.</summary>
    public required IReadOnlyList<LibraryHit> Hits { get; init; }

    public required int Total { get; init; }

    /// <summary>What comes nearest, where nothing was found; whatever the filters.</summary>
    public IReadOnlyList<LibraryHit> Nearest { get; init; } = [];

    public int Pages => (Total + PageSize - 1) / PageSize;
}
