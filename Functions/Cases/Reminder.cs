namespace RegelLoket.Cases;

/// <summary>What a calendar brings when its moment has come: a mail, or a question.</summary>
/// <param name="At">When, in UTC: <see cref="WorkingDays.StartOf"/> a day.</param>
/// <param name="What">What is sent or asked then.</param>
/// <param name="GivesWay">Whether a later one that is due as well makes it superfluous: after a week's absence one is enough.</param>
public sealed record Reminder<T>(DateTimeOffset At, T What, bool GivesWay = false);
