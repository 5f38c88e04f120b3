namespace RegelLoket.Demo;

/// <summary>
/// The desk's clock, set back while a case is told: its steps were taken on days of the past. Each case has a moment of its own, so that
/// several can be told at once.
/// </summary>
internal sealed class DemoClock(TimeProvider desk) : TimeProvider
{
    private readonly AsyncLocal<DateTimeOffset?> moment = new();

    /// <summary>The moment at which it stands still in this flow of calls; null to go with the desk.</summary>
    public DateTimeOffset? Moment
    {
        get => moment.Value;
        set => moment.Value = value;
    }

    /// <summary>The desk's own time, whatever moment is told.</summary>
    public DateTimeOffset Desk => desk.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => Moment ?? Desk;
}
