namespace RegelLoket.Cases;

/// <summary>
/// The calendars: a late step, a ministry's answer, the questions on the effect. They are read in the order of their moments.
/// </summary>
public static class Reminders
{
    /// <summary>The reminders whose moment has come; of those that give way only the newest.</summary>
    /// <param name="calendar">All reminders, in their order.</param>
    /// <param name="now">The moment of asking.</param>
    /// <param name="since">One that lay in the past when the calendar was made has no meaning; null where that cannot be.</param>
    public static IEnumerable<Reminder<T>> Due<T>(this IEnumerable<Reminder<T>> calendar, DateTimeOffset now, DateTimeOffset? since = null)
    {
        var due = calendar.Where(reminder => reminder.At <= now && !(reminder.At <= since)).ToList();
        var newest = due.LastOrDefault(reminder => reminder.GivesWay);
        return due.Where(reminder => !reminder.GivesWay || reminder == newest);
    }

    /// <summary>When the next reminder comes; null when there is none.</summary>
    public static DateTimeOffset? Next<T>(this IEnumerable<Reminder<T>> calendar, DateTimeOffset now) =>
        calendar.FirstOrDefault(reminder => reminder.At > now)?.At;
}
