using System.Text;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=SOM(A1:A9)")]
    [InlineData("+31612345678")]
    [InlineData("-1")]
    [InlineData("@cmd")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    [InlineData("\nx")]
    public void Write_TextThatCalculates_GetsAnApostrophe(string text) => Assert.Equal($"\"'{text}\"", Cell(text));

    [Fact]
    public void Write_FormulaBehindAZeroCharacter_GetsAnApostrophe() => Assert.Equal("\"'=1\"", Cell("\0=1"));

    [Theory]
    [InlineData("Helpende mag geen insuline prikken")]
    [InlineData("1 = 1")]
    [InlineData("zzp'er, ook in de wijk")]
    public void Write_PlainText_StaysAsItIs(string text) => Assert.Equal(text, Cell(text));

    [Theory]
    [InlineData("een;twee", "\"een;twee\"")]
    [InlineData("\"nodig\"", "\"\"\"nodig\"\"\"")]
    [InlineData("regel een\nregel twee", "\"regel een\nregel twee\"")]
    public void Write_TextWithSignsOfTheFile_IsQuoted(string text, string cell) => Assert.Equal(cell, Cell(text));

    [Fact]
    public void Write_Values_AreWhatADutchSpreadsheetTakesForNumbersAndDates()
    {
        Assert.Equal("14,5", Cell(14.5m));
        Assert.Equal("-1234567,5", Cell(-1234567.5m));
        Assert.Equal("-3", Cell(-3));
        Assert.Equal("2026-12-01", Cell(new DateOnly(2026, 12, 1)));
        Assert.Equal("2026-07-01 14:05:09", Cell(new DateTimeOffset(2026, 7, 1, 12, 5, 9, TimeSpan.Zero)));
    }

    [Fact]
    public void Write_Table_HasByteOrderMarkSemicolonsAndRfc4180LineEnds()
    {
        var file = Csv.Write(["a", "b"], [["één", null]]);

        Assert.Equal(Encoding.UTF8.GetPreamble(), file[..3]);
        Assert.Equal("a;b\r\néén;\r\n", Encoding.UTF8.GetString(file[3..]));
    }

    private static string Cell(object? value) => Encoding.UTF8.GetString(Csv.Write(["kop"], [[value]]))["\uFEFFkop\r\n".Length..^2];
}
