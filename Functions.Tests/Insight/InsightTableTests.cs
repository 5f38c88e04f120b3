using System.Globalization;
using System.Text;
using Microsoft.VisualBasic.FileIO;

namespace RegelLoket.Tests.Insight;

[Collection(AppCollection.Name)]
public sealed class InsightTableTests(AppFixture app)
{
    [Fact]
    public async Task Table_OfAllCounts_AddsUp()
    {
        var journey = new Journey(name => name is null ? app.NewClient() : app.AsAnalyst(name));
        await journey.ReportAsync();
        using var analyst = app.AsAnalyst();

        var rows = RowsOf(await analyst.GetByteArrayAsync(new Uri("/werkbank/inzicht.csv", UriKind.Relative)));

        int Number(string group, string name) => rows.Single(row => row.Group == group && row.Name == name).Number;
        Assert.True(Number("stand", "Nog zonder uitkomst") > 0);
        Assert.Equal(Number("stand", "Zaken"), Number("stand", "Met een uitkomst") + Number("stand", "Nog zonder uitkomst")
            + Number("stand", "Ingetrokken of gestopt") + Number("stand", "Samen met een andere"));
        Assert.Equal(Number("stand", "Met een uitkomst"), rows.Where(row => row.Group == "uitkomst").Sum(row => row.Number));
        Assert.Equal(Number("stand", "Nog zonder uitkomst"), rows.Where(row => row.Group == "openstaand").Sum(row => row.Number));
        foreach (var ministry in new[] { "VWS", "OCW", "SZW" })
        {
            string[] parts = ["Beantwoord", "Uitgelegd", "Stil", "Nog bezig", "Niet meer nodig"];
            Assert.Equal(Number($"reacties {ministry}", "Gevraagd"), parts.Sum(part => Number($"reacties {ministry}", part)));
        }
    }

    private static List<(string Group, string Name, int Number)> RowsOf(byte[] csv)
    {
        using var parser = new TextFieldParser(new MemoryStream(csv), Encoding.UTF8)
        { Delimiters = [";"], HasFieldsEnclosedInQuotes = true };
        Assert.Equal(["groep", "naam", "aantal"], parser.ReadFields()!);
        var rows = new List<(string, string, int)>();
        while (parser.ReadFields() is [var group, var name, var number])
        {
            rows.Add((group, name, int.Parse(number, CultureInfo.InvariantCulture)));
        }

        return rows;
    }
}
