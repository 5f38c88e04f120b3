using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace LocalHost.Lokaal.Clock;

/// <summary>The offset of the app's clock from real time, in a blob that the app reads.</summary>
internal sealed class DeskOffset
{
    /// <summary>The maximum, ten years: longer than every term in an app, and well within the range of dates.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(3653);

    private readonly BlobContainerClient container;
    private readonly BlobClient blob;

    /// <param name="storage">The connection string of the storage account.</param>
    /// <param name="name">The blob, as <c>container/blob</c>.</param>
    public DeskOffset(string storage, string name)
    {
        var parts = name.Split('/', 2);
        container = new BlobContainerClient(storage, parts[0]);
        blob = container.GetBlobClient(parts[^1]);
    }

    public async Task<TimeSpan> ReadAsync(CancellationToken cancellation) => (await FindAsync(cancellation)).Offset;

    /// <summary>Moves the clock; simultaneous moves add up. Null when it would exceed <see cref="Furthest"/>.</summary>
    /// <param name="by">The distance, not negative.</param>
    /// <param name="cancellation">Cancels the attempt.</param>
    /// <returns>The offset before and after this move.</returns>
    public async Task<(TimeSpan Before, TimeSpan After)?> MoveAsync(TimeSpan by, CancellationToken cancellation)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        while (true)
        {
            var (before, tag) = await FindAsync(cancellation);
            if (before + by > Furthest)
            {
                return null;
            }

            var condition = new BlobRequestConditions { IfMatch = tag, IfNoneMatch = tag is null ? ETag.All : null };
            try
            {
                var content = new BinaryData((before + by).ToString("c", CultureInfo.InvariantCulture));
                await blob.UploadAsync(content, new BlobUploadOptions { Conditions = condition }, cancellation);
                return (before, before + by);
            }
            catch (RequestFailedException moved)
                when (moved.Status is StatusCodes.Status412PreconditionFailed or StatusCodes.Status409Conflict)
            {
                // Another move came in between: try again from there.
            }
        }
    }

    private async Task<(TimeSpan Offset, ETag? Tag)> FindAsync(CancellationToken cancellation)
    {
        try
        {
            var read = (await blob.DownloadContentAsync(cancellation)).Value;
            return (TimeSpan.Parse(read.Content.ToString(), CultureInfo.InvariantCulture), read.Details.ETag);
        }
        catch (RequestFailedException missing) when (missing.Status == StatusCodes.Status404NotFound)
        {
            return (TimeSpan.Zero, null);
        }
    }
}
