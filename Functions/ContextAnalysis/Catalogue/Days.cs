using System.Globalization;
using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>Parses days in requests: <c>2026-05-01</c>.</summary>
internal static class Days
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>Returns the day; null when there is none, with an error when it is invalid.</summary>
    public static DateOnly? Read(string? text, string field, FieldErrors errors)
    {
        var clean = TextSanitizer.CleanLine(text);
        if (DateOnly.TryParseExact(clean, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        errors.AddWhen(clean.Length > 0, field, "Vul een datum in, zoals 2026-05-01.");
        return null;
    }

    public static string? Write(DateOnly? day) => day?.ToString(Format, CultureInfo.InvariantCulture);
}
