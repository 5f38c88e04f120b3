using FsCheck.Xunit;
using RegelLoket.Escalation.Inbound;

namespace RegelLoket.Tests.Escalation.Inbound;

public sealed class MailLineTests
{
    [Theory]
    [InlineData("Het kan al.", 0, "Het kan al.")]
    [InlineData("> Het kan al.", 1, "Het kan al.")]
    [InlineData(">> Het kan al.", 2, "Het kan al.")]
    [InlineData("> > > Het kan al.", 3, "Het kan al.")]
    [InlineData(" \u00A0> Het kan al.", 1, "Het kan al.")]
    [InlineData(">", 1, "")]
    [InlineData("  ingesprongen", 0, "  ingesprongen")]
    [InlineData("5 > 3", 0, "5 > 3")]
    [InlineData("> 5 > 3", 1, "5 > 3")]
    public void Of_Line_CountsTheSignsAtItsBeginning(string line, int depth, string text)
    {
        var read = MailLine.Of(line);

        Assert.Equal((depth, text, depth > 0), (read.Depth, read.Text, read.HasSigns));
    }

    [Fact]
    public void Of_LineWithinABlock_AddsTheSignsToTheBlock() => Assert.Equal(3, MailLine.Of("> ja", depth: 2).Depth);

    [Fact]
    public void InText_AllKindsOfLineEnds_AreLines() =>
        Assert.Equal(["een", "twee", "", "drie"], MailLine.InText("een\r\ntwee\n\rdrie").Select(line => line.Text));

    [Property]
    public void Of_LineQuotedOnceMore_HasTheSameWordsOneDeeper(string? text, byte times)
    {
        var line = (text ?? "").ReplaceLineEndings(" ");
        var once = MailLine.Of($"> {line}");

        var quoted = MailLine.Of(string.Concat(Enumerable.Repeat("> ", times % 20)) + $"> {line}");

        Assert.Equal((once.Depth + (times % 20), once.Text), (quoted.Depth, quoted.Text));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(" \u00A0", true)]
    [InlineData(">  ", true)]
    [InlineData("-", false)]
    public void IsBlank_Line_IsTrueWithoutWords(string line, bool expected) => Assert.Equal(expected, MailLine.Of(line).IsBlank);
}
