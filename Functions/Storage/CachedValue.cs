namespace RegelLoket.Storage;

/// <summary>A value as this instance last read or wrote it, read again once it is older than a maximum age.</summary>
public sealed class CachedValue<T>(TimeSpan maximumAge, TimeProvider clock)
{
    private volatile Entry? last;

    /// <summary>The value, at most as old as the maximum age.</summary>
    public async Task<T> GetAsync(Func<CancellationToken, Task<T>> read, CancellationToken cancellation) =>
        last is { } known && clock.GetElapsedTime(known.ReadAt) < maximumAge ? known.Value : await RefreshAsync(read, cancellation);

    /// <summary>Reads the value, however recent the last one is. Its age counts from the beginning of reading.</summary>
    public async Task<T> RefreshAsync(Func<CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var value = await read(cancellation);
        last = new Entry(value, started);
        return value;
    }

    /// <summary>Remembers a value that this instance wrote.</summary>
    public void Set(T value) => last = new Entry(value, clock.GetTimestamp());

    /// <summary>The last value, however old; false when there was none yet.</summary>
    public bool TryGetLast(out T? value)
    {
        var known = last;
        value = known is null ? default : known.Value;
        return known is not null;
    }

    private sealed record Entry(T Value, long ReadAt);
}
