using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;

namespace RegelLoket.Cases;

/// <summary>
/// Rows of cases without reading cases. The row of a case is metadata on its stream; an open case has a marker with the same row, so that
/// the work queue costs what is open and not what ever was. A row that is older than its stream is folded anew: the index cannot lie.
/// </summary>
public sealed class CaseIndex(BlobServiceClient blobs, CaseStore store, ILogger<CaseIndex> logger)
{
    public const string OpenContainer = "open";

    private readonly BlobContainerClient streams = blobs.GetBlobContainerClient(CaseStore.StreamContainer);
    private readonly BlobContainerClient markers = blobs.GetBlobContainerClient(OpenContainer);

    /// <summary>Raised in this instance for each case whose row was written: after a change, or after its texts were erased.</summary>
    public event Action<CaseFile>? Written;

    /// <summary>Writes the row of a case after a change: to its stream, and to its marker or, when it is no longer open, by taking the marker away.</summary>
    public async Task WriteAsync(CaseFile file, CancellationToken cancellation)
    {
        var metadata = CaseRow.Of(file).ToMetadata();
        var marking = MarkAsync(file, metadata, cancellation);
        if (file.State.Version > 1)
        {
            await store.Stream(file.Number).SetMetadataAsync(metadata, cancellationToken: cancellation);
        }

        await marking;
        Written?.Invoke(file);
    }

    /// <summary>The rows of all open cases, as their markers tell them; the sweeper heals a marker that a crash left behind.</summary>
    public async IAsyncEnumerable<CaseRow> OpenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var blob in markers.GetBlobsAsync(BlobTraits.Metadata, cancellationToken: cancellation))
        {
            if (CaseNumber.TryParse(blob.Name, out var number)
                && (CaseRow.FromMetadata(number, blob.Metadata) ?? await FoldAnewAsync(number, cancellation)) is { } row)
            {
                yield return row;
            }
        }
    }

    /// <summary>The rows of all cases, open and closed, in the order of their numbers.</summary>
    /// <param name="year">Only the cases of this year; null for all.</param>
    /// <param name="cancellation">Ends the listing.</param>
    public async IAsyncEnumerable<CaseRow> AllAsync(int? year, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var blob in streams.GetBlobsAsync(BlobTraits.Metadata, prefix: year is { } y ? $"{y:D4}/" : null, cancellationToken: cancellation))
        {
            if (!CaseNumber.TryParse(blob.Name[(blob.Name.LastIndexOf('/') + 1)..], out var number))
            {
                continue;
            }

            var row = CaseRow.FromMetadata(number, blob.Metadata);
            if (row is null || row.Position != blob.Properties.ContentLength)
            {
                row = await FoldAnewOrKeepAsync(number, row, cancellation);
            }

            if (row is not null)
            {
                yield return row;
            }
        }
    }

    /// <summary>Reads a case and writes its row again; null when the case never got its first event.</summary>
    public async Task<CaseRow?> FoldAnewAsync(CaseNumber number, CancellationToken cancellation)
    {
        if (await store.FindAsync(number, cancellation) is not { } file)
        {
            return null;
        }

        await store.Stream(number).SetMetadataAsync(CaseRow.Of(file).ToMetadata(), cancellationToken: cancellation);
        await MarkAsync(file, CaseRow.Of(file).ToMetadata(), cancellation);
        return CaseRow.Of(file);
    }

    /// <summary>One damaged case must not hide all others: its last known row stands, and the verifier names what is wrong with it.</summary>
    private async Task<CaseRow?> FoldAnewOrKeepAsync(CaseNumber number, CaseRow? known, CancellationToken cancellation)
    {
        try
        {
            return await FoldAnewAsync(number, cancellation);
        }
        catch (InvalidDataException damage)
        {
            logger.LogError(damage, "Case {Case} cannot be folded.", number);
            return known;
        }
    }

    private async Task MarkAsync(CaseFile file, IDictionary<string, string> metadata, CancellationToken cancellation)
    {
        var marker = markers.GetBlobClient(file.Number.Value);
        if (file.State.IsOpen)
        {
            await marker.UploadAsync(BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty), new BlobUploadOptions { Metadata = metadata }, cancellation);
        }
        else
        {
            await marker.DeleteIfExistsAsync(cancellationToken: cancellation);
        }
    }
}
