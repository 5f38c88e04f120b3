namespace RegelLoket.Demo;

/// <summary>
/// The rounds of the reconciler, every ten minutes: it would start the workflows of a case that is still being told, which then act on
/// today's date between steps of last spring. So no case is begun that a round could meet half told.
/// </summary>
internal static class ReconcilerRounds
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMinutes(10);

    /// <summary>Far longer than a case takes, also on a busy machine.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(30);

    /// <summary>Until a round has listed the cases.</summary>
    private static readonly TimeSpan After = TimeSpan.FromSeconds(3);

    /// <summary>Waits until no round is near.</summary>
    public static Task AwaitGapAsync(CancellationToken cancellation) =>
        Task.Delay(GapAfter(TimeProvider.System.GetUtcNow()), cancellation);

    /// <summary>How long after a moment it is until no round is near.</summary>
    internal static TimeSpan GapAfter(DateTimeOffset moment)
    {
        var since = TimeSpan.FromTicks(moment.Ticks % Rhythm.Ticks);
        return since < After ? After - since : since > Rhythm - Before ? Rhythm - since + After : TimeSpan.Zero;
    }
}
