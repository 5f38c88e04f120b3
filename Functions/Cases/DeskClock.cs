using System.Globalization;
using Azure;
using Azure.Storage.Blobs;

namespace RegelLoket.Cases;

/// <summary>
/// The desk's clock in Development: real time plus the offset in a blob, which the local host moves forward. The offset is read again
/// when it is asked for and older than <see cref="Freshness"/>; it never shrinks. Timestamps and timers stay real.
/// </summary>
public sealed class DeskClock(BlobClient blob) : TimeProvider
{
    /// <summary>How old an offset may be; who moves the clock waits a little longer before acting on it.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(200);

    private readonly Lock reading = new();
    private TimeSpan offset;
    private long? readAt;

    /// <summary>Opens the clock that a setting names as <c>container/blob</c>.</summary>
    public static DeskClock Open(string connection, string name)
    {
        // One quick try: where storage is away, the last offset holds.
        var options = new BlobClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(1) } };
        var container = name.Split('/', 2);
        return new DeskClock(new BlobClient(connection, container[0], container[^1], options));
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset();

    private TimeSpan Offset()
    {
        // Whoever comes while another reads waits for the new value: after a move nobody may see the old one.
        lock (reading)
        {
            if (readAt is not { } at || System.GetElapsedTime(at) >= Freshness)
            {
                offset = Read() is { } read && read > offset ? read : offset;
                readAt = System.GetTimestamp();
            }

            return offset;
        }
    }

    private TimeSpan? Read()
    {
        try
        {
            return TimeSpan.Parse(blob.DownloadContent().Value.Content.ToString(), CultureInfo.InvariantCulture);
        }
        catch (Exception away) when (away is RequestFailedException or OperationCanceledException)
        {
            // Never moved, or storage is away: the last offset holds.
            return null;
        }
    }
}

/// <summary>What a local run sets: section <c>Loket</c>.</summary>
public sealed class DeskClockOptions
{
    public const string Section = "Loket";

    /// <summary>The blob with the clock's offset, as <c>container/blob</c>; without it the clock is the machine's.</summary>
    public string? Klok { get; init; }
}
