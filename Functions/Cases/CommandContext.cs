namespace RegelLoket.Cases;

/// <summary>Who gives a command, and when.</summary>
public sealed record CommandContext(Actor By, DateTimeOffset Now)
{
    /// <summary>A command of a reporter, or of anyone else who follows a case, now.</summary>
    public static CommandContext OfReporter(TimeProvider clock) => new(Actor.Reporter, clock.GetUtcNow());

    public DateOnly Today => WorkingDays.DayOf(Now);
}
