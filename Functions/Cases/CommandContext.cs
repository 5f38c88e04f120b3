namespace RegelLoket.Cases;

/// <summary>Who gives a command, and when.</summary>
public sealed record CommandContext(Actor By, DateTimeOffset Now)
{
    public DateOnly Today => WorkingDays.DayOf(Now);
}
