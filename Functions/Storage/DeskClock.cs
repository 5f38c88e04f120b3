using System.Globalization;
using Azure;
using Azure.Storage.Blobs;

namespace RegelLoket.Storage;

/// <summary>
/// The desk's clock in Development: real time plus the offset in a blob, which the local host moves forward. The offset
/// is read in the background, at most <see cref="Freshness"/> apart, and never decreases;
/// <see cref="DeskClockMiddleware"/> reads it when a busy machine delays the background. Timestamps and timers stay
/// real.
/// </summary>
public sealed class DeskClock : TimeProvider, IDisposable
{
    /// <summary>The maximum age of an offset; after moving the clock, callers wait a little longer than this.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(400);

    private readonly BlobClient blob;
    private readonly Lazy<bool> first;
    private readonly ITimer reading;
    private readonly Lock starting = new();
    private Task latest = Task.CompletedTask;
    private long offset;
    private long askedAt;

    /// <summary>Starts reading the offset. The first request for the time blocks on storage.</summary>
    public DeskClock(BlobClient blob)
    {
        this.blob = blob;
        first = new(() => Take(Read()));
        // A request that waits for storage to get the time blocks a thread, which under load would starve the read it
        // waits for.
        reading = System.CreateTimer(_ => _ = RefreshAsync(), null, Freshness / 2, Freshness / 2);
    }

    /// <summary>Opens the clock whose setting is <c>container/blob</c>.</summary>
    public static DeskClock Open(string connection, string name)
    {
        // One quick try: when storage is unavailable, the last offset is used.
        var options = new BlobClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(1) } };
        var container = name.Split('/', 2);
        return new DeskClock(new BlobClient(connection, container[0], container[^1], options));
    }

    public override DateTimeOffset GetUtcNow()
    {
        _ = first.Value;
        return System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref offset));
    }

    public void Dispose() => reading.Dispose();

    /// <summary>
    /// Ensures that the offset is no older than <see cref="Freshness"/>; when storage is unavailable, the last one is
    /// used after one try.
    /// </summary>
    public async Task EnsureFreshAsync()
    {
        // A reading in progress may have begun too long ago, so it is read once more.
        for (var attempt = 0; attempt < 2 && System.GetElapsedTime(Interlocked.Read(ref askedAt)) >= Freshness; attempt++)
        {
            await RefreshAsync();
        }
    }

    /// <summary>Reads the offset, or waits for the reading in progress.</summary>
    private Task RefreshAsync()
    {
        lock (starting)
        {
            return latest.IsCompleted ? latest = AskAsync() : latest;
        }
    }

    private async Task AskAsync()
    {
        var asked = System.GetTimestamp();
        try
        {
            Take((await blob.DownloadContentAsync()).Value.Content);
        }
        catch (Exception away) when (away is RequestFailedException or OperationCanceledException)
        {
            // The clock was never moved, or storage is unavailable: the last offset is used.
        }
        finally
        {
            Interlocked.Exchange(ref askedAt, asked);
        }
    }

    private BinaryData? Read()
    {
        try
        {
            return blob.DownloadContent().Value.Content;
        }
        catch (Exception away) when (away is RequestFailedException or OperationCanceledException)
        {
            return null;
        }
    }

    private bool Take(BinaryData? read)
    {
        var ticks = read is null ? 0 : TimeSpan.Parse(read.ToString(), CultureInfo.InvariantCulture).Ticks;
        for (var known = Interlocked.Read(ref offset); ticks > known; known = Interlocked.Read(ref offset))
        {
            Interlocked.CompareExchange(ref offset, ticks, known);
        }

        return true;
    }
}
