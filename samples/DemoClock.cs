namespace RegelLoket.Demo;

/// <summary>The desk's clock, set back while a sample is put in: its steps were taken on days of the past year.</summary>
internal sealed class DemoClock(TimeProvider desk) : TimeProvider
{
    /// <summary>The moment at which it stands still; null to go with the desk.</summary>
    public DateTimeOffset? Moment { get; set; }

    public override DateTimeOffset GetUtcNow() => Moment ?? desk.GetUtcNow();
}
