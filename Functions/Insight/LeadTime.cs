using System.Globalization;

namespace RegelLoket.Insight;

/// <summary>The number of days that a step takes, for half of the cases and for nine in ten.</summary>
public sealed record LeadTime(string Step, int Cases, double MedianDays, double NinetyPercentDays)
{
    /// <summary>A number of days in words: <c>1 dag</c>, <c>2,5 dagen</c>.</summary>
    public static string Days(double days)
    {
        var number = days.ToString("0.#", CultureInfo.GetCultureInfo("nl-NL"));
        return $"{number} {(number == "1" ? "dag" : "dagen")}";
    }
}
