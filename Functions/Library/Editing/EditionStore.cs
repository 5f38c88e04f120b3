using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using RegelLoket.Library.Items;

namespace RegelLoket.Library.Editing;

/// <summary>Every edition of every item: one blob each, <c>editions/{id}/0003</c>, written once, so that two coordinators cannot overwrite each other unseen.</summary>
public sealed class EditionStore(BlobServiceClient blobs)
{
    public const string Container = "editions";

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);

    /// <summary>The number of the newest edition; 0 for an item as the library began with it.</summary>
    public async Task<int> VersionAsync(string id, CancellationToken cancellation) => await NamesAsync(id, cancellation) is [.., var last] ? NumberIn(last) : 0;

    /// <summary>All editions of an item, the newest first.</summary>
    public async Task<IReadOnlyList<Edition>> HistoryAsync(string id, CancellationToken cancellation)
    {
        var editions = new List<Edition>();
        foreach (var name in await NamesAsync(id, cancellation))
        {
            editions.Insert(0, await ReadAsync(name, cancellation));
        }

        return editions;
    }

    /// <summary>The newest edition of every item that has one of since a moment.</summary>
    public async Task<IReadOnlyList<Edition>> NewestSinceAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        var newest = new Dictionary<string, (string Name, bool IsNew)>(StringComparer.Ordinal);
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellation))
        {
            // Names come in order, so that the newest edition of an item is the last.
            newest[blob.Name[..blob.Name.LastIndexOf('/')]] = (blob.Name, blob.Properties.LastModified >= since);
        }

        var editions = new List<Edition>();
        foreach (var (name, _) in newest.Values.Where(n => n.IsNew))
        {
            editions.Add(await ReadAsync(name, cancellation));
        }

        return editions;
    }

    /// <summary>Writes an edition; false when there is one by that number.</summary>
    public async Task<bool> AddAsync(Edition edition, CancellationToken cancellation)
    {
        try
        {
            await container.GetBlobClient($"{edition.Id}/{edition.Version.ToString("D4", CultureInfo.InvariantCulture)}").UploadAsync(
                BinaryData.FromBytes(LibraryJson.Write(edition)), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            return false;
        }
    }

    private async Task<Edition> ReadAsync(string name, CancellationToken cancellation) =>
        LibraryJson.Read<Edition>((await container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content.ToMemory().Span);

    private async Task<List<string>> NamesAsync(string id, CancellationToken cancellation)
    {
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{id}/", cancellation))
        {
            names.Add(blob.Name);
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private static int NumberIn(string name) => int.Parse(name[(name.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);
}
