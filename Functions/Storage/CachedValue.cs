namespace RegelLoket.Storage;

/// <summary>A value that this instance caches until a maximum age.</summary>
public sealed class CachedValue<T>(TimeSpan maximumAge, TimeProvider clock)
{
    private volatile Entry? last;

    /// <summary>Returns the value, no older than the maximum age.</summary>
    public async Task<T> GetAsync(Func<CancellationToken, Task<T>> read, CancellationToken cancellation) =>
        last is { } known && clock.GetElapsedTime(known.ReadAt) < maximumAge ? known.Value
            : await RefreshAsync(read, cancellation);

    /// <summary>Reads the value again. Its age counts from the start of reading.</summary>
    public async Task<T> RefreshAsync(Func<CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var value = await read(cancellation);
        last = new Entry(value, started);
        return value;
    }

    /// <summary>Stores a value that this instance wrote.</summary>
    public void Set(T value) => last = new Entry(value, clock.GetTimestamp());

    /// <summary>Forgets the value, so that the next caller reads it again.</summary>
    public void Forget() => last = null;

    /// <summary>Returns the last value, however old; false when there is none yet.</summary>
    public bool TryGetLast(out T? value)
    {
        var known = last;
        value = known is null ? default : known.Value;
        return known is not null;
    }

    private sealed record Entry(T Value, long ReadAt);
}
