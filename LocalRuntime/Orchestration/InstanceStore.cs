using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Orchestration;

/// <summary>What is known of an instance without reading its history.</summary>
internal sealed record InstanceSummary
{
    public required string Name { get; init; }

    public required OrchestrationRuntimeStatus Status { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    public string? Version { get; init; }

    public ParentLink? Parent { get; init; }
}

/// <summary>How far an open history was written: where its body ends, and the blob's tag, which every write changes.</summary>
internal sealed record HistoryEnd(long Length, string Tag);

/// <summary>An open instance as a listing finds it.</summary>
internal sealed record OpenBlob(string Id, HistoryEnd End, DateTimeOffset LastModified);

/// <summary>An open instance as it was read. At length 0 its events lie in the metadata only, and go into the body with the first append.</summary>
internal sealed record OpenHistory(IReadOnlyList<HistoryEvent> Events, HistoryEnd End);

/// <summary>
/// Histories in blob storage. An open instance is an append blob <c>open/{id}.jsonl</c>, which is born with its start and its
/// first turn in the metadata; a finished one is sealed as a block blob <c>done/{id}.jsonl</c> with its summary in the metadata.
/// </summary>
internal sealed class InstanceStore(BlobContainerClient container)
{
    private const string OpenFolder = "open/";
    private const string DoneFolder = "done/";
    private const string Suffix = ".jsonl";
    private const string BeginningKey = "beginning";
    private const string SummaryKey = "summary";
    private const string InBodyKey = "inbody";

    // Metadata may hold 8 KB in all; a larger beginning goes into the body.
    private const int LargestInMetadata = 6000;

    /// <summary>
    /// Makes the instance exist with its first lines: in the metadata, which is one request, or in the body where they are many.
    /// Null when an open instance of this id is there already.
    /// </summary>
    public async Task<HistoryEnd?> CreateAsync(string id, ReadOnlyMemory<byte> lines, CancellationToken cancellation)
    {
        var beginning = Convert.ToBase64String(lines.Span);
        var inBody = beginning.Length > LargestInMetadata;
        var metadata = inBody
            ? new Dictionary<string, string> { [InBodyKey] = "true" }
            : new Dictionary<string, string> { [BeginningKey] = beginning };
        var blob = Open(id);
        try
        {
            var made = await blob.CreateAsync(
                new AppendBlobCreateOptions { Metadata = metadata, Conditions = new AppendBlobRequestConditions { IfNoneMatch = ETag.All } }, cancellation);
            return inBody ? await AppendAsync(id, 0, lines, cancellation) : new HistoryEnd(0, Tag(made.Value.ETag));
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            var found = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
            if (found.Metadata.TryGetValue(BeginningKey, out var text))
            {
                // A retried request may meet what it made itself.
                return text == beginning ? new HistoryEnd(0, Tag(found.ETag)) : null;
            }

            // A shell whose first lines never came is filled: nobody was told that it exists.
            return found.ContentLength == 0 && found.Metadata.ContainsKey(InBodyKey) ? await AppendAsync(id, 0, lines, cancellation) : null;
        }
    }

    /// <summary>Replaces a history that nobody wrote to since by these lines; null, and nothing done, where they are too many for the metadata.</summary>
    public async Task<HistoryEnd?> BeginAnewAsync(string id, HistoryEnd end, ReadOnlyMemory<byte> lines, CancellationToken cancellation)
    {
        var beginning = Convert.ToBase64String(lines.Span);
        if (beginning.Length > LargestInMetadata)
        {
            return null;
        }

        var blob = Open(id);
        var options = new AppendBlobCreateOptions
        {
            Metadata = new Dictionary<string, string> { [BeginningKey] = beginning },
            Conditions = new AppendBlobRequestConditions { IfMatch = new ETag($"\"{end.Tag}\"") },
        };
        try
        {
            return new HistoryEnd(0, Tag((await blob.CreateAsync(options, cancellation)).Value.ETag));
        }
        catch (RequestFailedException moved) when (moved.Status == 412)
        {
            // Either this very request arrived before and its answer was lost, or somebody else writes here.
            var found = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
            return found.ContentLength == 0 && found.Metadata.TryGetValue(BeginningKey, out var text) && text == beginning
                ? new HistoryEnd(0, Tag(found.ETag))
                : throw new HistoryMovedException(id, end.Length, found.ContentLength);
        }
    }

    /// <summary>Appends where the history is known to end, and returns where it ends now.</summary>
    public async Task<HistoryEnd> AppendAsync(string id, long position, ReadOnlyMemory<byte> lines, CancellationToken cancellation)
    {
        var blob = Open(id);
        try
        {
            using var stream = new MemoryStream(lines.ToArray(), writable: false);
            var conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = position };
            var appended = await blob.AppendBlockAsync(stream, new AppendBlobAppendBlockOptions { Conditions = conditions }, cancellation);
            return new HistoryEnd(position + lines.Length, Tag(appended.Value.ETag));
        }
        catch (RequestFailedException moved) when (moved.Status == 412)
        {
            // Either this very append arrived before and its answer was lost, or somebody else writes here.
            var properties = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
            if (properties.ContentLength != position + lines.Length || !await HoldsAsync(blob, position, lines, cancellation))
            {
                throw new HistoryMovedException(id, position, properties.ContentLength);
            }

            return new HistoryEnd(properties.ContentLength, Tag(properties.ETag));
        }
    }

    public async Task<OpenHistory?> ReadOpenAsync(string id, CancellationToken cancellation)
    {
        try
        {
            var blob = (await Open(id).DownloadContentAsync(cancellation)).Value;
            var text = blob.Content.ToMemory();
            var end = new HistoryEnd(text.Length, Tag(blob.Details.ETag));
            if (text.IsEmpty && blob.Details.Metadata.TryGetValue(BeginningKey, out var beginning))
            {
                return new OpenHistory([.. HistoryFormat.Read(Convert.FromBase64String(beginning))], end);
            }

            return new OpenHistory([.. HistoryFormat.Read(text)], end);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    public async Task<(InstanceSummary Summary, IReadOnlyList<HistoryEvent> Events)?> ReadDoneAsync(string id, CancellationToken cancellation)
    {
        try
        {
            var blob = (await Done(id).DownloadContentAsync(cancellation)).Value;
            return (Summary(blob.Details.Metadata), [.. HistoryFormat.Read(blob.Content.ToMemory())]);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    public async Task<InstanceSummary?> ReadDoneSummaryAsync(string id, CancellationToken cancellation)
    {
        try
        {
            return Summary((await Done(id).GetPropertiesAsync(cancellationToken: cancellation)).Value.Metadata);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Keeps a finished history apart, and takes it out of the open ones.</summary>
    public async Task SealAsync(string id, InstanceSummary summary, ReadOnlyMemory<byte> lines, CancellationToken cancellation)
    {
        var text = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(summary, HistoryFormat.Default.InstanceSummary));
        await Done(id).UploadAsync(
            BinaryData.FromBytes(lines),
            new BlobUploadOptions { Metadata = new Dictionary<string, string> { [SummaryKey] = text } },
            cancellation);
        await DeleteOpenAsync(id, cancellation);
    }

    public async Task DeleteOpenAsync(string id, CancellationToken cancellation)
    {
        try
        {
            await Open(id).DeleteAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            // A retried request may find its work done.
        }
    }

    public async Task<bool> DeleteDoneAsync(string id, CancellationToken cancellation)
    {
        try
        {
            await Done(id).DeleteAsync(cancellationToken: cancellation);
            return true;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return false;
        }
    }

    public async IAsyncEnumerable<OpenBlob> ListOpenAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var blob in container.GetBlobsAsync(prefix: OpenFolder, cancellationToken: cancellation))
        {
            var end = new HistoryEnd(blob.Properties.ContentLength ?? 0, Tag(blob.Properties.ETag ?? default));
            yield return new OpenBlob(IdOf(blob.Name, OpenFolder), end, blob.Properties.LastModified ?? default);
        }
    }

    /// <summary>Finished instances, a page of the service at a time, each with where the next page begins.</summary>
    public async IAsyncEnumerable<(IReadOnlyList<(string Id, InstanceSummary Summary)> Instances, string? Next)> ListDoneAsync(
        string? prefix, string? from, int pageSize, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var pages = container.GetBlobsAsync(BlobTraits.Metadata, prefix: DoneFolder + prefix, cancellationToken: cancellation).AsPages(from, pageSize);
        await foreach (var page in pages)
        {
            yield return (
                [.. page.Values.Select(blob => (IdOf(blob.Name, DoneFolder), Summary(blob.Metadata)))],
                string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
        }
    }

    /// <summary>One page of the finished instances, and where the next one begins; null at the end.</summary>
    public async Task<(IReadOnlyList<(string Id, InstanceSummary Summary)> Instances, string? Next)> ListDonePageAsync(
        string? prefix, string? from, int pageSize, CancellationToken cancellation)
    {
        await foreach (var page in ListDoneAsync(prefix, from, pageSize, cancellation))
        {
            return page;
        }

        return ([], null);
    }

    /// <summary>What storage orders instances by: the whole name of a blob counts, its ending too.</summary>
    public static string OrderOf(string id) => id + Suffix;

    private static string IdOf(string blobName, string folder) => blobName[folder.Length..^Suffix.Length];

    // A listing may give it without the quotes that a header has.
    private static string Tag(ETag tag) => tag.ToString().Trim('"');

    private static InstanceSummary Summary(IDictionary<string, string> metadata) =>
        JsonSerializer.Deserialize(Convert.FromBase64String(metadata[SummaryKey]), HistoryFormat.Default.InstanceSummary)!;

    private static async Task<bool> HoldsAsync(AppendBlobClient blob, long position, ReadOnlyMemory<byte> lines, CancellationToken cancellation)
    {
        var range = new BlobDownloadOptions { Range = new HttpRange(position, lines.Length) };
        var content = (await blob.DownloadContentAsync(range, cancellation)).Value.Content;
        return content.ToMemory().Span.SequenceEqual(lines.Span);
    }

    private AppendBlobClient Open(string id) => container.GetAppendBlobClient(OpenFolder + id + Suffix);

    private BlobClient Done(string id) => container.GetBlobClient(DoneFolder + id + Suffix);
}

/// <summary>A history does not end where its only writer knows it to end: another host has taken over, or the storage went back in time.</summary>
public sealed class HistoryMovedException(string instanceId, long expected, long found)
    : Exception($"The history of orchestration '{instanceId}' ends at {found}, not at {expected}: another host writes to this task hub, or the storage lost data.");
