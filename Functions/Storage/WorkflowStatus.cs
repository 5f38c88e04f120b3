using System.Text.Json.Serialization;

namespace RegelLoket.Storage;

/// <summary>The public status of an instance: how far it has come in the events of its case, and what it waits for.</summary>
/// <param name="LastHandled">The number of the newest event that it handled; 0 for none.</param>
/// <param name="WakesAt">The moment, by the desk's clock, at which it goes on when no signal comes; null for never, and
/// from an instance that last moved before 1 December 2026.</param>
public sealed record WorkflowStatus(
    [property: JsonPropertyName("Seen")] int LastHandled,
    [property: JsonPropertyName("Next"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    DateTimeOffset? WakesAt = null)
{
    /// <summary>The time that a timer may take to reach its instance.</summary>
    private static readonly TimeSpan TimersWay = TimeSpan.FromMinutes(10);

    /// <summary>Whether the instance must have moved by now: for an event, or since the moment it waited for has passed.</summary>
    public bool IsBehind(int newest, DateTimeOffset now) => LastHandled < newest || WakesAt + TimersWay < now;
}
