using System.Collections.Frozen;
using RegelLoket.Library.Items;

namespace RegelLoket.Library.Search;

/// <summary>
/// Caches the library in memory and refreshes it with changes. Reading a page costs no storage request while nothing
/// changed.
/// </summary>
public sealed class LibraryCache(LibraryStore store, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FullInterval = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim refreshing = new(1, 1);
    private Dictionary<string, string> tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LibraryItem?> items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WithdrawnItem> withdrawn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<WithdrawnItem>> moves = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SharedBy> shared = new(StringComparer.Ordinal);
    private LibraryView view = LibraryView.Empty;
    private string? stamp;
    private bool loaded;
    private long lookedAt;
    private long readAt;

    /// <summary>The library as last read, for choices in a form.</summary>
    public LibraryView Current => Volatile.Read(ref view);

    /// <summary>Returns the current library; a change by another instance is visible within seconds.</summary>
    public async ValueTask<LibraryView> ViewAsync(CancellationToken cancellation)
    {
        if (loaded && clock.GetElapsedTime(Volatile.Read(ref lookedAt)) < LookInterval)
        {
            return Volatile.Read(ref view);
        }

        // While another request refreshes, the previous view is good enough; before the first view it must wait.
        if (!await refreshing.WaitAsync(loaded ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, cancellation))
        {
            return Volatile.Read(ref view);
        }

        try
        {
            await RefreshAsync(always: false, cancellation);
            return view;
        }
        finally
        {
            refreshing.Release();
        }
    }

    /// <summary>Reloads the changes at once, after a write by this instance.</summary>
    public async Task<LibraryView> ReloadAsync(CancellationToken cancellation)
    {
        await refreshing.WaitAsync(cancellation);
        try
        {
            await RefreshAsync(always: true, cancellation);
            return view;
        }
        finally
        {
            refreshing.Release();
        }
    }

    /// <summary>Updates a count in the view at once.</summary>
    internal async Task CountAsync(string id, SharedBy count, CancellationToken cancellation)
    {
        await refreshing.WaitAsync(cancellation);
        try
        {
            shared[id] = count;
            Volatile.Write(ref view, view.WithShared(id, count));
        }
        finally
        {
            refreshing.Release();
        }
    }

    public void Dispose() => refreshing.Dispose();

    private async Task RefreshAsync(bool always, CancellationToken cancellation)
    {
        var newest = await store.StampAsync(cancellation);
        if (!loaded || always || newest != stamp || clock.GetElapsedTime(readAt) > FullInterval)
        {
            await ReadAsync(cancellation);
            stamp = newest;
            readAt = clock.GetTimestamp();
        }

        Volatile.Write(ref lookedAt, clock.GetTimestamp());
        loaded = true;
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var changes = await store.ChangesAsync(tags, cancellation);
        tags = new Dictionary<string, string>(changes.Tags, StringComparer.Ordinal);
        foreach (var (id, item) in changes.Items)
        {
            items[id] = item;
            withdrawn.Remove(id);
            moves.Remove(id);
        }

        foreach (var (id, item) in changes.Withdrawn)
        {
            withdrawn[id] = item;
        }

        foreach (var (id, before) in changes.Moves.Where(change => change.Value.Count > 0))
        {
            moves[id] = before;
        }

        foreach (var (id, count) in changes.Shared)
        {
            shared[id] = count;
        }

        var index = changes.Items.Count == 0 && loaded ? view.Index : null;
        Volatile.Write(ref view, new LibraryView(
            index is null ? [.. items.Values.OfType<LibraryItem>().OrderByDescending(item => item.PublishedAt)
                .ThenBy(item => item.Id, StringComparer.Ordinal)] : view.Items,
            withdrawn.ToFrozenDictionary(StringComparer.Ordinal), new Dictionary<string, SharedBy>(shared), index,
            moves.ToFrozenDictionary(StringComparer.Ordinal)));
    }
}
