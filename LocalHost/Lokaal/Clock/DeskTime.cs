namespace LocalHost.Lokaal.Clock;

/// <summary>The time at the app's desk.</summary>
/// <param name="offset">The app's movable clock; null where it has none.</param>
internal sealed class DeskTime(DeskOffset? offset)
{
    public async Task<DateTimeOffset> NowAsync(CancellationToken cancellation) =>
        TimeProvider.System.GetUtcNow() + await OffsetAsync(cancellation);

    public async Task<TimeSpan> OffsetAsync(CancellationToken cancellation) =>
        offset is null ? TimeSpan.Zero : await offset.ReadAsync(cancellation);
}
