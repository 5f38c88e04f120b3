namespace RegelLoket.Cases;

/// <summary>A mail or a question that is due at a moment.</summary>
/// <param name="At">The moment, in UTC: <see cref="WorkingDays.StartOf"/> a day.</param>
/// <param name="What">The mail or the question.</param>
/// <param name="GivesWay">Whether a later reminder that is due too makes it superfluous: after a week's absence one is
/// enough.</param>
public sealed record Reminder<T>(DateTimeOffset At, T What, bool GivesWay = false);
