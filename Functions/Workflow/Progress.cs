using System.Text.Json.Serialization;

namespace RegelLoket.Workflow;

/// <summary>The progress of a workflow. It holds numbers only, since the orchestration's history stores it.</summary>
/// <param name="LastHandled">The number of the newest event that was handled.</param>
/// <param name="WakeIn">The time, by the desk's clock, after which to check again when no signal comes; null for
/// never.</param>
/// <param name="Ended">Whether nothing is left to do.</param>
/// <param name="WakesAt">The moment, by the desk's clock, at which that time is over; the instance shows it, so that the
/// reconciler sees a timer that never came.</param>
public sealed record Progress(
    [property: JsonPropertyName("Seen")] int LastHandled, TimeSpan? WakeIn, bool Ended, DateTimeOffset? WakesAt = null)
{
    /// <summary>Returns the progress of an instance that goes on at a moment, unless it has ended.</summary>
    public static Progress Until(DateTimeOffset? moment, DateTimeOffset now, int lastHandled, bool ended) =>
        new(lastHandled, moment - now, ended, ended ? null : moment);
}
