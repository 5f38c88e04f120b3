using System.Globalization;
using CsvHelper;

namespace RegelLoket.Web;

/// <summary>
/// Writes tables as CSV: RFC 4180 as a Dutch spreadsheet opens it, with semicolons, decimal commas and a byte order
/// mark. Days are <c>2026-11-02</c>, moments <c>2026-11-02 10:15:00</c> in Dutch time; a spreadsheet recognises both as
/// dates. A text that a spreadsheet would take for a formula gets an apostrophe before it.
/// </summary>
public static class Csv
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>The culture of numbers within a text.</summary>
    public static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("nl-NL");

    private static readonly CsvWriterOptions Options = new()
    {
        Separator = ';',
        WriteByteOrderMark = true,
        FormatProvider = Culture,
        Injection = CsvInjection.Escape,
        InjectionCharacters = "=+-@\t\r\n",
    };

    /// <summary>Returns the table as a UTF-8 file; every row has as many cells as <paramref name="header"/>.</summary>
    /// <param name="header">The names of the columns.</param>
    /// <param name="rows">Texts, numbers, days (<see cref="DateOnly"/>), moments (<see cref="DateTimeOffset"/>) or
    /// null.</param>
    public static byte[] Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, Options, leaveOpen: true))
        {
            foreach (var row in rows.Prepend(header))
            {
                foreach (var cell in row)
                {
                    WriteCell(csv, cell);
                }

                csv.EndRecord();
            }
        }

        return file.ToArray();
    }

    private static void WriteCell(CsvWriter csv, object? cell)
    {
        switch (cell)
        {
            case string text:
                // A spreadsheet ignores a zero character, also before a formula; the library's injection guard misses
                // it.
                csv.WriteField(text.Replace("\0", "", StringComparison.Ordinal));
                break;
            case DateOnly day:
                csv.WriteField(day, "yyyy-MM-dd");
                break;
            case DateTimeOffset moment:
                csv.WriteField(DutchDates.Local(moment), "yyyy-MM-dd HH:mm:ss");
                break;
            default:
                csv.WriteField(cell);
                break;
        }
    }
}
