namespace RegelLoket.Cases;

/// <summary>
/// The Dutch working-day calendar: Monday to Friday without New Year's Day, Easter Monday, King's Day, Liberation Day
/// (see <see cref="WorkingDayOptions"/>), Ascension Day, Whit Monday, Christmas Day and Boxing Day. Good Friday is a
/// working day for the government.
/// </summary>
public sealed class WorkingDays(WorkingDayOptions options)
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly TimeOnly StartOfDay = new(7, 0);

    /// <summary>Returns the day in the Netherlands at <paramref name="moment"/>.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Amsterdam).DateTime);

    /// <summary>
    /// Returns the UTC moment of <paramref name="time"/> on <paramref name="day"/> in the Netherlands.
    /// </summary>
    public static DateTimeOffset MomentOf(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, Amsterdam.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>Returns the moment, in UTC, at which the system handles what is due on a day.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => MomentOf(day, StartOfDay);

    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day) && !options.BridgeDays.Contains(day);

    /// <summary>Returns the day <paramref name="count"/> working days later, or earlier when negative.</summary>
    public DateOnly Add(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day))
            {
                left--;
            }
        }

        return day;
    }

    /// <summary>
    /// Returns <paramref name="day"/> itself, or the first working day after it: a term that ends on a day off is
    /// extended to the next working day (Algemene termijnenwet, article 1).
    /// </summary>
    public DateOnly OnOrAfter(DateOnly day) => Add(day.AddDays(-1), 1);

    /// <summary>
    /// Returns the number of working days after <paramref name="from"/> up to and including <paramref name="to"/>;
    /// negative when <paramref name="to"/> is earlier.
    /// </summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -Between(to, from);
        }

        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    public bool IsHoliday(DateOnly day)
    {
        var easter = EasterSunday(day.Year);
        return (day.Month, day.Day) is (1, 1) or (12, 25) or (12, 26)
            || day == KingsDay(day.Year)
            || ((day.Month, day.Day) is (5, 5) && (options.LiberationDayEveryYear || day.Year % 5 == 0))
            || day == easter || day == easter.AddDays(1) || day == easter.AddDays(39) || day == easter.AddDays(49)
                || day == easter.AddDays(50);
    }

    /// <summary>Returns 27 April, or the day before when that is a Sunday.</summary>
    public static DateOnly KingsDay(int year)
    {
        var day = new DateOnly(year, 4, 27);
        return day.DayOfWeek == DayOfWeek.Sunday ? day.AddDays(-1) : day;
    }

    /// <summary>Returns Easter Sunday (Gregorian), by the anonymous computus of Meeus, Jones and Butcher.</summary>
    public static DateOnly EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var g = ((8 * b) + 13) / 25;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (19 * l)) / 433;
        var month = (h + l - (7 * m) + 90) / 25;
        var day = (h + l - (7 * m) + (33 * month) + 19) % 32;
        return new DateOnly(year, month, day);
    }
}
