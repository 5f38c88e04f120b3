using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RegelLoket.Cases;
using RegelLoket.Tests.Cases;
using RegelLoket.Web;
using RegelLoket.Workbench;

namespace RegelLoket.Tests.Web;

/// <summary>Whatever people type: a spreadsheet reads back the cells that were written, and calculates none of them.</summary>
[Properties(Arbitrary = [typeof(CsvPropertyTests)])]
public sealed class CsvPropertyTests
{
    private const string FormulaSigns = "=+-@\t\r\n";

    /// <summary>Texts that are full of what CSV and spreadsheets give a meaning.</summary>
    public static Arbitrary<string> Text() =>
        (from length in Gen.Choose(0, 12)
         from pieces in Gen.Elements("a", "é", "😀", " ", ",", ";", "\"", "'", "\r", "\n", "\r\n", "\t", "=", "+", "-", "@", "1", "\0")
             .ArrayOf(length)
         select string.Concat(pieces)).ToArbitrary();

    [Property]
    public void Write_AnyCells_ReadBackAsTheyWereButHarmless(NonEmptyArray<string> first, NonEmptyArray<string>[] rest)
    {
        // A table is a rectangle: every row gets as many cells as the first.
        var rows = rest.Select(row => Enumerable.Range(0, first.Get.Length).Select(i => row.Get[i % row.Get.Length]).ToArray()).ToList();

        var read = CsvReader.Read(Csv.Write(first.Get, rows));

        Assert.Equal(rows.Prepend(first.Get).Select(row => row.Select(Harmless)), read);
        Assert.DoesNotContain(read.SelectMany(row => row), Calculates);
    }

    [Property]
    public void Of_AnyTitle_ReadsBackAsItWasButHarmless(string title)
    {
        var entry = CaseEntry.Of(CaseFiles.Of(CaseFiles.Reported()).WithText(1, TextNames.Title, title));

        var read = CsvReader.Read(CaseCsv.Of([new QueueLine(entry, null)]));

        Assert.Equal(2, read.Count);
        Assert.All(read, row => Assert.Equal(12, row.Length));
        Assert.Equal(Harmless(entry.Row.Title), read[1][1]);
        Assert.DoesNotContain(read[1], Calculates);
    }

    private static bool Calculates(string cell) => cell.Length > 0 && FormulaSigns.Contains(cell[0], StringComparison.Ordinal);

    private static string Harmless(string cell)
    {
        var visible = cell.Replace("\0", "", StringComparison.Ordinal);
        return Calculates(visible) ? $"'{visible}" : visible;
    }
}
