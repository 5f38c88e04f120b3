using System.Globalization;

namespace RegelLoket.Web;

/// <summary>Dates as Dutch readers write them, on the clock of the Netherlands.</summary>
public static class DutchDates
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly TimeZoneInfo Netherlands = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>zondag 22 november 2026</summary>
    public static string Long(DateTimeOffset moment) => Local(moment).ToString("dddd d MMMM yyyy", Dutch);

    /// <summary>zondag 22 november 2026</summary>
    public static string Long(DateOnly day) => day.ToString("dddd d MMMM yyyy", Dutch);

    /// <summary>zondag 22 november 2026 om 14.05 uur</summary>
    public static string LongWithTime(DateTimeOffset moment) => Local(moment).ToString("dddd d MMMM yyyy 'om' HH.mm 'uur'", Dutch);

    /// <summary>The last whole day before a moment: what is kept until 29 December at 2.23 is there up to and including the 28th.</summary>
    public static DateOnly LastDayBefore(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime).AddDays(-1);

    /// <summary>22 november 2026</summary>
    public static string Short(DateTimeOffset moment) => Local(moment).ToString("d MMMM yyyy", Dutch);

    /// <summary>22 november 2026</summary>
    public static string Short(DateOnly day) => day.ToString("d MMMM yyyy", Dutch);

    /// <summary>Whether somebody looked it up: <c>nagekeken op 22 november 2026</c>, or that nobody has.</summary>
    public static string Checked(DateOnly? day) => day is { } known ? $"nagekeken op {Short(known)}" : "nog niet nagekeken";

    public static DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Netherlands);
}
