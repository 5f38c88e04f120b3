using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Workbench;

/// <summary>A queue as a file for a spreadsheet.</summary>
public static class CaseCsv
{
    private static readonly string[] Columns =
        ["zaaknummer", "titel", "status", "termijn", "behandelaar", "ministeries", "themas", "branche", "regels", "uitkomst",
            "ontvangen op", "gewijzigd op"];

    public static byte[] Of(IEnumerable<QueueLine> lines) => Csv.Write(Columns, lines.Select(line => CellsOf(line.Entry)));

    private static object?[] CellsOf(CaseEntry entry) =>
    [
        entry.Row.Number.Value,
        entry.Row.Title,
        entry.Row.Status.Label(),
        entry.Row.DueOn,
        entry.Row.Handler,
        string.Join(", ", entry.Row.Ministries.Select(m => m.Label())),
        string.Join(", ", entry.Row.Themes.Select(t => t.Label())),
        entry.Row.Branche.Label(),
        string.Join(", ", entry.Rules.Select(rule => rule.CitationTitle)),
        entry.Row.Outcome?.Label(),
        WorkingDays.DayOf(entry.Row.ReportedAt),
        WorkingDays.DayOf(entry.Row.ChangedAt),
    ];
}
