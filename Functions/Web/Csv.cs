using System.Text;

namespace RegelLoket.Web;

/// <summary>
/// Writes CSV by RFC 4180, safe to open in a spreadsheet: a cell that would be taken for a formula gets an apostrophe in front.
/// </summary>
public static class Csv
{
    private const string FormulaStarts = "=+-@\t\r\0";

    public static byte[] Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string?>> rows)
    {
        // Spreadsheets take a file for UTF-8 by its byte order mark.
        var text = new StringBuilder("\uFEFF");
        Line(text, header);
        foreach (var row in rows)
        {
            Line(text, row);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Line(StringBuilder text, IReadOnlyList<string?> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            text.Append(i == 0 ? "" : ",");
            Cell(text, cells[i] ?? "");
        }

        text.Append("\r\n");
    }

    private static void Cell(StringBuilder text, string cell)
    {
        var safe = cell.Length > 0 && FormulaStarts.Contains(cell[0], StringComparison.Ordinal) ? "'" + cell : cell;
        if (safe.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            text.Append(safe);
        }
        else
        {
            text.Append('"').Append(safe.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
    }
}
