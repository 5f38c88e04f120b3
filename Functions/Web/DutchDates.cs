using System.Globalization;

namespace RegelLoket.Web;

/// <summary>Formats dates for Dutch readers, in Dutch time.</summary>
public static class DutchDates
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly TimeZoneInfo Netherlands = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>Returns "zondag 22 november 2026".</summary>
    public static string Long(DateTimeOffset moment) => Local(moment).ToString("dddd d MMMM yyyy", Dutch);

    /// <summary>Returns "zondag 22 november 2026".</summary>
    public static string Long(DateOnly day) => day.ToString("dddd d MMMM yyyy", Dutch);

    /// <summary>Returns "zondag 22 november 2026 om 14.05 uur".</summary>
    public static string LongWithTime(DateTimeOffset moment) =>
        Local(moment).ToString("dddd d MMMM yyyy 'om' HH.mm 'uur'", Dutch);

    /// <summary>
    /// Returns the last whole day before a moment: data that is stored until 29 December at 2.23 is available up to and
    /// including the 28th.
    /// </summary>
    public static DateOnly LastDayBefore(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime).AddDays(-1);

    /// <summary>Returns "22 november 2026".</summary>
    public static string Short(DateTimeOffset moment) => Local(moment).ToString("d MMMM yyyy", Dutch);

    /// <summary>Returns "22 november 2026".</summary>
    public static string Short(DateOnly day) => day.ToString("d MMMM yyyy", Dutch);

    /// <summary>Returns "nagekeken op 22 november 2026", or a text that nobody has looked it up.</summary>
    public static string Checked(DateOnly? day) => day is { } known ? $"nagekeken op {Short(known)}" : "nog niet nagekeken";

    public static DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Netherlands);
}
