using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using RegelLoket.Storage;

namespace RegelLoket.Library.Items;

/// <summary>
/// The library in storage: one blob an item, one with its counts, and a stamp whose ETag changes with every write, so
/// that checking for changes is one small request.
/// </summary>
public sealed class LibraryStore(BlobServiceClient blobs)
{
    public const string Container = "library";

    private const string ItemPrefix = "items/";
    private const string SharedPrefix = "shared/";
    private const string StampName = "stamp";
    private const int ParallelReads = 16;

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);
    private readonly JsonBlobStore<LibraryItem> items = new(blobs.GetBlobContainerClient(Container), LibraryJson.Options);
    private readonly JsonBlobStore<SharedBy> counts = new(blobs.GetBlobContainerClient(Container), LibraryJson.Options);

    /// <summary>Returns a tag that changes with every write; null while nothing was ever written.</summary>
    public async Task<string?> StampAsync(CancellationToken cancellation)
    {
        try
        {
            return (await container.GetBlobClient(StampName)
                .GetPropertiesAsync(cancellationToken: cancellation)).Value.ETag.ToString();
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Returns the items and counts that differ from the caller's, and the names of all.</summary>
    /// <param name="known">The caller's tag of each blob.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<LibraryChanges> ChangesAsync(IReadOnlyDictionary<string, string> known, CancellationToken cancellation)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        var changedItems = new Dictionary<string, LibraryItem?>(StringComparer.Ordinal);
        var withdrawn = new Dictionary<string, WithdrawnItem>(StringComparer.Ordinal);
        var moves = new Dictionary<string, IReadOnlyList<WithdrawnItem>>(StringComparer.Ordinal);
        var shared = new Dictionary<string, SharedBy>(StringComparer.Ordinal);
        var changed = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, cancellation))
        {
            var isItem = blob.Name.StartsWith(ItemPrefix, StringComparison.Ordinal);
            if (!isItem && !blob.Name.StartsWith(SharedPrefix, StringComparison.Ordinal))
            {
                continue;
            }

            var tag = tags[blob.Name] = blob.Properties.ETag?.ToString() ?? "";
            if (known.TryGetValue(blob.Name, out var before) && before == tag)
            {
                continue;
            }

            if (isItem && blob.Properties.ContentLength == 0)
            {
                var id = blob.Name[ItemPrefix.Length..];
                changedItems[id] = null;
                withdrawn[id] = WithdrawnItem.Read(id, blob.Metadata, blob.Properties.LastModified ?? default);
                moves[id] = ItemMoves.Read(blob.Metadata);
            }
            else
            {
                changed.Add(blob.Name);
            }
        }

        await Parallel.ForEachAsync(
            changed, new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellation },
            async (name, token) =>
        {
            var blob = (await container.GetBlobClient(name).DownloadContentAsync(token)).Value;
            var content = blob.Content.ToMemory();
            if (name.StartsWith(ItemPrefix, StringComparison.Ordinal))
            {
                var (id, item) = (name[ItemPrefix.Length..], ItemOf(content));
                lock (changedItems)
                {
                    changedItems[id] = item;
                    moves[id] = ItemMoves.Read(blob.Details.Metadata);
                    if (item is null)
                    {
                        withdrawn[id] = WithdrawnItem.Read(id, blob.Details.Metadata, blob.Details.LastModified);
                    }
                }
            }
            else
            {
                var count = LibraryJson.Read<SharedBy>(content.Span);
                lock (shared)
                {
                    shared[name[SharedPrefix.Length..]] = count;
                }
            }
        });
        return new LibraryChanges(tags, changedItems, withdrawn, moves, shared);
    }

    public async Task<LibraryItem?> FindAsync(string id, CancellationToken cancellation) =>
        (await FindWithMovesAsync(id, cancellation)).Item;

    /// <summary>Writes an item, replacing any earlier one.</summary>
    public async Task PutAsync(LibraryItem item, CancellationToken cancellation)
    {
        var (earlier, known) = await FindWithMovesAsync(item.Id, cancellation);
        var moves = earlier is null ? known : ItemMoves.Of(earlier, known, item);
        await container.GetBlobClient(ItemPrefix + item.Id).UploadAsync(
            BinaryData.FromBytes(LibraryJson.Write(item)), new BlobUploadOptions { Metadata = ItemMoves.Metadata(moves) },
            cancellation);
        await StampNowAsync(cancellation);
    }

    /// <summary>Writes a new item; false when it exists or was withdrawn.</summary>
    public async Task<bool> AddAsync(LibraryItem item, CancellationToken cancellation)
    {
        if (!await items.CreateAsync(ItemPrefix + item.Id, item, cancellation))
        {
            return false;
        }

        await StampNowAsync(cancellation);
        return true;
    }

    /// <summary>
    /// Withdraws an item; only a <see cref="WithdrawnItem"/> is left. One that was withdrawn before keeps its moment.
    /// </summary>
    public async Task WithdrawAsync(string id, DateTimeOffset at, CancellationToken cancellation)
    {
        if (await FindWithMovesAsync(id, cancellation) is ({ } item, var moves))
        {
            await container.GetBlobClient(ItemPrefix + id).UploadAsync(BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty),
                new BlobUploadOptions
                {
                    Metadata = new Dictionary<string, string>(
                        [.. WithdrawnItem.Of(item, at).Metadata(), .. ItemMoves.Metadata(moves) ?? []]),
                }, cancellation);
        }
        else
        {
            await LeaveOutAsync(id, at, cancellation);
        }

        await StampNowAsync(cancellation);
    }

    /// <summary>
    /// Counts one more organisation that has the same question. The stamp stays, since a new count is no reason to
    /// reload the library.
    /// </summary>
    public Task<SharedBy> ShareAsync(string id, int people, CancellationToken cancellation) =>
        CountAsync(
            id, count => count with { Organisations = count.Organisations + 1, People = count.People + people }, cancellation);

    /// <summary>Corrects the count of organisations that have the same question, unless it is higher already.</summary>
    public Task<SharedBy> ShareAtLeastAsync(string id, int organisations, int people, CancellationToken cancellation) =>
        CountAsync(
            id, count => count.Organisations < organisations
                ? count with { Organisations = organisations, People = people } : count,
            cancellation);

    /// <summary>Counts one more person whom the item helped.</summary>
    public Task<SharedBy> CountHelpedAsync(string id, CancellationToken cancellation) =>
        CountAsync(id, count => count with { Helped = count.Helped + 1 }, cancellation);

    /// <summary>Takes one of those back.</summary>
    public Task<SharedBy> UncountHelpedAsync(string id, CancellationToken cancellation) =>
        CountAsync(id, count => count with { Helped = Math.Max(0, count.Helped - 1) }, cancellation);

    private async Task<SharedBy> CountAsync(string id, Func<SharedBy, SharedBy> change, CancellationToken cancellation) =>
        (await counts.ChangeAsync(SharedPrefix + id, count => change(count ?? new SharedBy(0, 0)), cancellation))!;

    /// <summary>Withdraws an id under which there is no item, so that none comes there.</summary>
    private async Task LeaveOutAsync(string id, DateTimeOffset at, CancellationToken cancellation)
    {
        try
        {
            await container.GetBlobClient(ItemPrefix + id).UploadAsync(BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty),
                new BlobUploadOptions
                {
                    Metadata = new WithdrawnItem { Id = id, At = at }.Metadata(),
                    Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                }, cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            // It was withdrawn before, and keeps its moment.
        }
    }

    /// <summary>Returns an item with its moves; null when there is none, or none any more.</summary>
    private async Task<(LibraryItem? Item, IReadOnlyList<WithdrawnItem> Moves)> FindWithMovesAsync(
        string id, CancellationToken cancellation)
    {
        try
        {
            var blob = (await container.GetBlobClient(ItemPrefix + id).DownloadContentAsync(cancellation)).Value;
            return (ItemOf(blob.Content.ToMemory()), ItemMoves.Read(blob.Details.Metadata));
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return (null, []);
        }
    }

    /// <summary>Returns the item in a blob; null for the empty one of a withdrawn item.</summary>
    private static LibraryItem? ItemOf(ReadOnlyMemory<byte> content) =>
        content.IsEmpty ? null : LibraryJson.Read<LibraryItem>(content.Span);

    private Task StampNowAsync(CancellationToken cancellation) =>
        container.GetBlobClient(StampName)
        .UploadAsync(BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty), overwrite: true, cancellation);
}
