using System.Globalization;
using Azure.Storage.Blobs;
using RegelLoket.Library.Items;
using RegelLoket.Storage;

namespace RegelLoket.Library.Editing;

/// <summary>
/// Every edition of every item: one blob each, <c>editions/{id}/0003 </c>, written once, so that two coordinators
/// cannot overwrite each other unseen.
/// </summary>
public sealed class EditionStore(BlobServiceClient blobs, TimeProvider clock)
{
    public const string Container = "editions";

    private const string WaitsForReader = "waits";

    private readonly JsonBlobStore<Edition> stored = new(blobs.GetBlobContainerClient(Container), LibraryJson.Options,
        edition => edition.What == EditionKind.Proposed ? new() { [WaitsForReader] = "true" } : null);

    private readonly CachedValue<IReadOnlyList<Edition>> recentlyWaiting = new(TimeSpan.FromSeconds(15), clock);

    /// <summary>Returns the number of the newest edition; 0 for an item as the library was seeded.</summary>
    public async Task<int> VersionAsync(string id, CancellationToken cancellation) =>
        await stored.ListAsync($"{id}/", cancellation).Select(blob => NumberIn(blob.Name)).DefaultIfEmpty(0)
            .MaxAsync(cancellationToken: cancellation);

    /// <summary>The newest edition of an item; null for an item as the library began with it.</summary>
    public async Task<Edition?> NewestAsync(string id, CancellationToken cancellation) =>
        await stored.NewestAsync($"{id}/", 1, cancellation) is [var newest] ? newest : null;

    /// <summary>
    /// The proposals that wait for a second reader, as this instance knows them: what another one wrote comes within
    /// seconds.
    /// </summary>
    public Task<IReadOnlyList<Edition>> RecentlyWaitingAsync(CancellationToken cancellation) =>
        recentlyWaiting.GetAsync(WaitingAsync, cancellation);

    /// <summary>All proposals that wait for a second reader, the oldest first: one listing, and a request for each of them.</summary>
    public async Task<IReadOnlyList<Edition>> WaitingAsync(CancellationToken cancellation)
    {
        var newest = new Dictionary<string, (string Name, bool Waits)>(StringComparer.Ordinal);
        await foreach (var blob in stored.ListAsync(prefix: null, cancellation))
        {
            newest[ItemIn(blob.Name)] = (blob.Name, blob.Metadata.ContainsKey(WaitsForReader));
        }

        var waiting = new List<Edition>();
        foreach (var (name, _) in newest.Values.Where(n => n.Waits))
        {
            if (await stored.FindAsync(name, cancellation) is { } edition)
            {
                waiting.Add(edition);
            }
        }

        return [.. waiting.OrderBy(edition => edition.At)];
    }

    /// <summary>All editions of an item, the newest first.</summary>
    public Task<IReadOnlyList<Edition>> HistoryAsync(string id, CancellationToken cancellation) =>
        stored.NewestAsync($"{id}/", int.MaxValue, cancellation);

    /// <summary>Returns the newest edition of every item that was edited since a moment.</summary>
    public async Task<IReadOnlyList<Edition>> NewestSinceAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        var newest = new Dictionary<string, (string Name, bool IsNew)>(StringComparer.Ordinal);
        await foreach (var blob in stored.ListAsync(prefix: null, cancellation))
        {
            // Names come in order, so that the newest edition of an item is the last.
            newest[ItemIn(blob.Name)] = (blob.Name, blob.Properties.LastModified >= since);
        }

        var editions = new List<Edition>();
        foreach (var (name, _) in newest.Values.Where(n => n.IsNew))
        {
            if (await stored.FindAsync(name, cancellation) is { } edition)
            {
                editions.Add(edition);
            }
        }

        return editions;
    }

    /// <summary>Writes an edition; false when that number exists.</summary>
    public async Task<bool> AddAsync(Edition edition, CancellationToken cancellation)
    {
        var isNew = await stored.CreateAsync(
            $"{edition.Id}/{edition.Version.ToString("D4", CultureInfo.InvariantCulture)}", edition, cancellation);
        recentlyWaiting.Forget();
        return isNew;
    }

    private static string ItemIn(string name) => name[..name.LastIndexOf('/')];

    private static int NumberIn(string name) =>
        int.Parse(name[(name.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);
}
