using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace RegelLoket.Storage;

/// <summary>
/// Stores documents of one type in a container, each a JSON blob that is created once or changed under its ETag.
/// Reading, writing and deleting cost one request each; a conflict costs one more.
/// </summary>
/// <param name="container">The container, which must exist.</param>
/// <param name="json">The JSON format of a document.</param>
/// <param name="metadata">Returns the metadata that a listing needs, so that documents need not be read; null for a
/// store without metadata.</param>
public sealed class JsonBlobStore<T>(
    BlobContainerClient container, JsonTypeInfo<T> json, Func<T, Dictionary<string, string>?>? metadata = null)
    where T : class
{
    /// <summary>
    /// The maximum number of attempts: more than there are simultaneous writers, so that with pauses in between it is
    /// reached only by a fault.
    /// </summary>
    internal const int MaximumAttempts = 20;

    private const string WriteId = "write";

    /// <summary>Creates a store for a type that is serialized by reflection.</summary>
    public JsonBlobStore(
        BlobContainerClient container, JsonSerializerOptions options, Func<T, Dictionary<string, string>?>? metadata = null)
        : this(container, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)), metadata)
    {
    }

    /// <summary>Returns a document; null when there is none.</summary>
    public async Task<T?> FindAsync(string name, CancellationToken cancellation) =>
        (await FindTaggedAsync(name, cancellation))?.Document;

    /// <summary>Returns a document with the ETag for <see cref="TryWriteAsync"/>; null when there is none.</summary>
    public async Task<(T Document, ETag Tag)?> FindTaggedAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var blob = (await container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value;
            return (blob.Content.ToObjectFromJson(json)!, blob.Details.ETag);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Stores a new document; false when the name exists, which leaves the stored one as it is.</summary>
    public async Task<bool> CreateAsync(string name, T document, CancellationToken cancellation) =>
        await TryWriteAsync(name, document, tag: null, cancellation) is not null;

    /// <summary>Stores a document over the version with the given tag, or as a new one when that is null.</summary>
    /// <returns>The new tag; null when the stored version is another.</returns>
    public async Task<ETag?> TryWriteAsync(string name, T document, ETag? tag, CancellationToken cancellation)
    {
        var write = Guid.NewGuid().ToString("N");
        try
        {
            BlobRequestConditions conditions = tag is { } known ? new() { IfMatch = known } : new() { IfNoneMatch = ETag.All };
            return await UploadAsync(name, document, conditions, write, cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            return await OwnWriteAsync(name, write, cancellation);
        }
    }

    /// <summary>
    /// Returns the tag of the stored document when this very write stored it: the client resends a write whose response
    /// was lost, which then meets a conflict with itself.
    /// </summary>
    private async Task<ETag?> OwnWriteAsync(string name, string write, CancellationToken cancellation)
    {
        try
        {
            var stored = (await container.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancellation)).Value;
            return stored.Metadata.TryGetValue(WriteId, out var id) && id == write ? stored.ETag : null;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Stores a document, replacing any earlier one.</summary>
    public Task PutAsync(string name, T document, CancellationToken cancellation) =>
        UploadAsync(name, document, conditions: null, write: null, cancellation);

    /// <summary>Changes or creates a document, with two requests for each attempt.</summary>
    /// <param name="name">The document.</param>
    /// <param name="change">Makes the new document from the stored one, which is null when there is none; returns null
    /// to leave it. Runs again after a conflict.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    /// <returns>The document as written; null when <paramref name="change"/> left it.</returns>
    /// <exception cref="BlobConcurrencyException">Every attempt met a conflict.</exception>
    public async Task<T?> ChangeAsync(string name, Func<T?, T?> change, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= MaximumAttempts; attempt++)
        {
            var stored = await FindTaggedAsync(name, cancellation);
            if (change(stored?.Document) is not { } changed)
            {
                return null;
            }

            if (await TryWriteAsync(name, changed, stored?.Tag, cancellation) is not null)
            {
                return changed;
            }

            await Task.Delay(Random.Shared.Next(10 * attempt), cancellation);
        }

        throw new BlobConcurrencyException(container.Name, MaximumAttempts);
    }

    /// <summary>Deletes a document if it exists.</summary>
    public Task DeleteAsync(string name, CancellationToken cancellation) =>
        container.DeleteBlobIfExistsAsync(name, DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);

    /// <summary>
    /// Returns the blobs whose names begin with a prefix, in the order of their names, with metadata if the store
    /// writes any.
    /// </summary>
    public IAsyncEnumerable<BlobItem> ListAsync(string? prefix, CancellationToken cancellation) =>
        container.GetBlobsAsync(
            metadata is null ? BlobTraits.None : BlobTraits.Metadata, BlobStates.None, prefix, cancellation);

    /// <summary>Returns the documents with the highest names, highest first: newest, if names sort by time.</summary>
    public async Task<IReadOnlyList<T>> NewestAsync(string? prefix, int most, CancellationToken cancellation)
    {
        var names = await ListAsync(prefix, cancellation).Select(blob => blob.Name).ToListAsync(cancellation);
        var newest = new List<T>();
        foreach (var name in names.OrderDescending(StringComparer.Ordinal).Take(most))
        {
            if (await FindAsync(name, cancellation) is { } document)
            {
                newest.Add(document);
            }
        }

        return newest;
    }

    private async Task<ETag> UploadAsync(
        string name, T document, BlobRequestConditions? conditions, string? write, CancellationToken cancellation)
    {
        var described = new Dictionary<string, string>(metadata?.Invoke(document) ?? []);
        if (write is not null)
        {
            described[WriteId] = write;
        }

        var content = new BinaryData(JsonSerializer.SerializeToUtf8Bytes(document, json));
        var options = new BlobUploadOptions { Conditions = conditions, Metadata = described };
        return (await container.GetBlobClient(name).UploadAsync(content, options, cancellation)).Value.ETag;
    }
}
