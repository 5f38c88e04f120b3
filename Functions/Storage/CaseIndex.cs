using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Storage;

/// <summary>
/// Lists cases without reading them: one row a case, as metadata on the marker of an open case and on the stream of any
/// other, so that the work queue costs only what is open. A row that is older than its stream is rebuilt, so that the
/// index is never wrong.
/// </summary>
public sealed class CaseIndex(BlobServiceClient blobs, CaseStore store, ILogger<CaseIndex> logger)
{
    public const string OpenContainer = "open";

    private readonly BlobContainerClient streams = blobs.GetBlobContainerClient(CaseStore.StreamContainer);
    private readonly BlobContainerClient markers = blobs.GetBlobContainerClient(OpenContainer);

    /// <summary>Raised in this instance when a row was written, after a change or an erasure of texts.</summary>
    public event Action<CaseFile>? Written;

    /// <summary>
    /// Writes the row of a case after a change: to its marker or, when it is no longer open, to its stream. A failure
    /// does not fail the change: it is logged, and the row is rebuilt later.
    /// </summary>
    public async Task WriteAsync(CaseFile file, CancellationToken cancellation)
    {
        await FollowUp.RunAsync(logger, $"The row of case {file.Number}", () => PutAsync(file, cancellation));
        await FollowUp.RunAsync(logger, $"The overview of case {file.Number}", () =>
        {
            Written?.Invoke(file);
            return Task.CompletedTask;
        });
    }

    /// <summary>Returns the rows of all open cases, by their markers; the reconciler removes stale markers.</summary>
    public async IAsyncEnumerable<CaseRow> OpenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (number, marked) in MarkersAsync(cancellation))
        {
            if ((marked ?? await FoldAnewOrKeepAsync(number, known: null, length: 0, cancellation)) is { } row)
            {
                yield return row;
            }
        }
    }

    /// <summary>Returns the rows of all cases, open and closed, in the order of their numbers.</summary>
    /// <param name="year">The year of the cases; null for all.</param>
    /// <param name="cancellation">Cancels the listing.</param>
    /// <param name="missed">Told of a case that storage did not give now, of which the row may be old or left out.</param>
    public async IAsyncEnumerable<CaseRow> AllAsync(
        int? year, [EnumeratorCancellation] CancellationToken cancellation, Action<CaseNumber>? missed = null)
    {
        var open = await MarkedAsync(cancellation);
        await foreach (var blob in streams.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, year is { } y ? $"{y:D4}/"
            : null, cancellation))
        {
            if (!CaseNumber.TryParse(blob.Name[(blob.Name.LastIndexOf('/') + 1)..], out var number))
            {
                continue;
            }

            var own = CaseRow.FromMetadata(number, blob.Metadata);
            if (AwaitsFirstEvent(blob, own, open.ContainsKey(number)))
            {
                continue;
            }

            var row = CaseRow.Newest(own, open.GetValueOrDefault(number));
            if (row?.Position != blob.Properties.ContentLength)
            {
                row = await FoldAnewOrKeepAsync(number, row, blob.Properties.ContentLength ?? 0, cancellation, missed);
            }

            if (row is not null)
            {
                yield return row;
            }
        }
    }

    /// <summary>Reads a case and rebuilds its row; null when the case never got its first event.</summary>
    public async Task<CaseRow?> FoldAnewAsync(CaseNumber number, CancellationToken cancellation)
    {
        if (await store.FindAsync(number, cancellation) is not { } file)
        {
            return null;
        }

        await PutAsync(file, cancellation);
        return CaseRow.Of(file);
    }

    /// <summary>
    /// Keeps the last known row of a case that cannot be read or folded, so that it does not hide the others; the verifier
    /// reports the damage. A truncated stream keeps its row too, since a rebuilt one would hide the loss.
    /// </summary>
    private async Task<CaseRow?> FoldAnewOrKeepAsync(
        CaseNumber number, CaseRow? known, long length, CancellationToken cancellation, Action<CaseNumber>? missed = null)
    {
        if (known?.Position > length)
        {
            logger.LogError("The stream of case {Case} is shorter than its row says.", number);
            return known;
        }

        try
        {
            return await FoldAnewAsync(number, cancellation);
        }
        catch (Exception damage) when (damage is not OperationCanceledException)
        {
            // Only the type is logged, since the exception may contain user text.
            logger.LogError("Case {Case} cannot be folded ({Damage}).", number, damage.GetType().Name);
            if (IsOfStorage(damage))
            {
                missed?.Invoke(number);
            }

            return known;
        }
    }

    /// <summary>Whether a case could not be reached, which says nothing of its content: it is read again later.</summary>
    internal static bool IsOfStorage(Exception failure) => failure is RequestFailedException or AggregateException or IOException;

    private async Task PutAsync(CaseFile file, CancellationToken cancellation)
    {
        var row = CaseRow.Of(file).ToMetadata();
        var marker = markers.GetBlobClient(file.Number.Value);
        if (file.State.IsOpen)
        {
            await marker.UploadAsync(
                BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty), new BlobUploadOptions { Metadata = row },
                cancellation);
            return;
        }

        // The marker is deleted last: until then its position shows that the row is elsewhere. An erasure ends no case,
        // and one night has many of them.
        await store.Stream(file.Number).SetMetadataAsync(row, cancellationToken: cancellation);
        if (file.Events[^1].What is not DataErased)
        {
            await marker.DeleteIfExistsAsync(cancellationToken: cancellation);
        }
    }

    /// <summary>
    /// Whether a stream has no event and never had one: it is created with the row of its first event, which is on its way
    /// or, after a crash, never came. A case that had one has a marker, or a later row.
    /// </summary>
    internal static bool AwaitsFirstEvent(BlobItem stream, CaseRow? row, bool hasMarker) =>
        stream.Properties.ContentLength == 0 && !hasMarker && row is null or { Version: 1 };

    /// <summary>Returns the rows in the markers, without checking them.</summary>
    internal async Task<Dictionary<CaseNumber, CaseRow?>> MarkedAsync(CancellationToken cancellation) =>
        await MarkersAsync(cancellation)
        .ToDictionaryAsync(marker => marker.Number, marker => marker.Row, cancellationToken: cancellation);

    private async IAsyncEnumerable<(CaseNumber Number, CaseRow? Row)> MarkersAsync(
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var blob in markers.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, cancellation))
        {
            if (CaseNumber.TryParse(blob.Name, out var number))
            {
                yield return (number, CaseRow.FromMetadata(number, blob.Metadata));
            }
        }
    }
}
