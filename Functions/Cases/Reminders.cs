namespace RegelLoket.Cases;

/// <summary>
/// Reads calendars of reminders in the order of their moments: for a late step, a ministry's answer, or the questions
/// on the effect.
/// </summary>
public static class Reminders
{
    /// <summary>Returns the reminders that are due; of those that give way only the newest.</summary>
    /// <param name="calendar">All reminders, in their order.</param>
    /// <param name="now">The current moment.</param>
    /// <param name="since">The moment at which the calendar was made: earlier reminders are skipped. Null where there
    /// can be none.</param>
    public static IEnumerable<Reminder<T>> Due<T>(
        this IEnumerable<Reminder<T>> calendar, DateTimeOffset now, DateTimeOffset? since = null)
    {
        var due = calendar.Where(reminder => reminder.At <= now && !(reminder.At <= since)).ToList();
        var newest = due.LastOrDefault(reminder => reminder.GivesWay);
        return due.Where(reminder => !reminder.GivesWay || reminder == newest);
    }

    /// <summary>Returns the moment of the next reminder; null when there is none.</summary>
    public static DateTimeOffset? Next<T>(this IEnumerable<Reminder<T>> calendar, DateTimeOffset now) =>
        calendar.FirstOrDefault(reminder => reminder.At > now)?.At;
}
