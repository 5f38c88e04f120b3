using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Subscriptions;

/// <summary>
/// The week of a mail with news, named by the day on which it goes: the first working day. Week and subscriber make its
/// key, so that it exists once however often it is planned.
/// </summary>
internal static class NewsWeek
{
    private const string Prefix = "news";

    /// <summary>
    /// The time between the last news of a mail and the first moment at which it goes: longer than a crash can keep an
    /// item out of the library, so that no item falls between two mails.
    /// </summary>
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    /// <summary>Returns the newest day whose mails may have gone.</summary>
    public static DateOnly Newest(DateTimeOffset now, WorkingDays days)
    {
        var today = WorkingDays.DayOf(now);
        var day = FirstOf(today, days);
        return now >= WorkingDays.StartOf(day) ? day : FirstOf(today.AddDays(-7), days);
    }

    /// <summary>Returns the moment up to which the mail of a day contains the news; what came later is for the next.</summary>
    public static DateTimeOffset Until(DateOnly day) => WorkingDays.StartOf(day) - Margin;

    public static string KeyOf(string id, DateOnly day) =>
        $"{KeysOf(id)}{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    /// <summary>Returns the beginning of the keys of all mails to a subscriber.</summary>
    public static string KeysOf(string id) => $"{Prefix}.{id}.";

    /// <summary>Reads the key of a mail, also of one that is sent again.</summary>
    public static bool TryRead(string key, [NotNullWhen(true)] out string? id, out DateOnly day)
    {
        (id, day) = (null, default);
        if (MailKeys.RootOf(key).Split('.') is not [Prefix, var name, var text]
            || !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return false;
        }

        id = name;
        return true;
    }

    private static DateOnly FirstOf(DateOnly day, WorkingDays days) =>
        days.OnOrAfter(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));
}
