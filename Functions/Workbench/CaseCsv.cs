using System.Globalization;
using System.Text;
using RegelLoket.Cases;

namespace RegelLoket.Workbench;

/// <summary>
/// A queue as a file for a spreadsheet: RFC 4180 with semicolons, as Dutch spreadsheets read it, in UTF-8 with a byte order mark.
/// A value that a spreadsheet would take for a formula gets an apostrophe before it.
/// </summary>
public static class CaseCsv
{
    private static readonly string[] Columns =
        ["zaaknummer", "titel", "status", "termijn", "behandelaar", "ministeries", "themas", "branche", "regels", "uitkomst",
            "ontvangen op", "gewijzigd op"];

    public static byte[] Of(IEnumerable<QueueLine> lines)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var values in lines.Select(line => ValuesOf(line.Entry)).Prepend(Columns))
        {
            text.AppendJoin(';', values.Select(Quoted)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The value as a spreadsheet may show it without calculating anything.</summary>
    public static string Harmless(string value) => value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n'
        or '\0' ? $"'{value}" : value;

    private static string[] ValuesOf(CaseEntry entry) =>
    [
        entry.Row.Number.Value,
        entry.Row.Title,
        entry.Row.Status.Label(),
        entry.Row.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        entry.Row.Handler ?? "",
        string.Join(", ", entry.Row.Ministries.Select(m => m.Label())),
        string.Join(", ", entry.Row.Themes.Select(t => t.Label())),
        entry.Row.Branche.Label(),
        string.Join(", ", entry.Rules.Select(rule => rule.CitationTitle)),
        entry.Row.Outcome?.Label() ?? "",
        WorkingDays.DayOf(entry.Row.ReportedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        WorkingDays.DayOf(entry.Row.ChangedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    ];

    private static string Quoted(string value)
    {
        var harmless = Harmless(value);
        return harmless.AsSpan().IndexOfAny(";\"\r\n'") < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
