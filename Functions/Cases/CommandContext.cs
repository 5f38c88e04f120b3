namespace RegelLoket.Cases;

/// <summary>The actor and the moment of a command.</summary>
public sealed record CommandContext(Actor By, DateTimeOffset Now)
{
    /// <summary>Returns the context of a command by the reporter or a follower, at the current time.</summary>
    public static CommandContext OfReporter(TimeProvider clock) => new(Actor.Reporter, clock.GetUtcNow());

    public DateOnly Today => WorkingDays.DayOf(Now);
}
