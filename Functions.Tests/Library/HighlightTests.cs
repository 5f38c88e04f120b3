using FsCheck.Xunit;
using RegelLoket.Language;
using RegelLoket.Library.Search;

namespace RegelLoket.Tests.Library;

public sealed class HighlightTests
{
    private static readonly HashSet<string> Stems = [DutchStemmer.Stem("prikken"), DutchStemmer.Stem("wijk")];

    [Theory]
    [InlineData("Wij prikken in de wijk.", "Wij [prikken] in de [wijk].")]
    [InlineData("Geprikt wordt er niet.", "[Geprikt] wordt er niet.")]
    [InlineData("Het prikkelt in de wijkagent.", "Het prikkelt in de wijkagent.")]
    [InlineData("prikken", "[prikken]")]
    [InlineData("", "")]
    [InlineData("<b>wijk</b>", "<b>[wijk]</b>")]
    public void Mark_Text_MarksTheWordsThatWereSearched(string text, string expected) => Assert.Equal(expected, Written(text));

    [Fact]
    public void Mark_WithoutWords_IsTheWholeText() =>
        Assert.Equal([new TextPiece("Wij prikken.", false)], Highlight.Mark("Wij prikken.", new HashSet<string>()));

    [Property]
    public void Mark_AnyText_IsThatTextInPieces(string? text) =>
        Assert.Equal(text ?? "", string.Concat(Highlight.Mark(text ?? "", Stems).Select(piece => piece.Text)));

    [Fact]
    public void Snippet_LongText_IsAPartAroundTheFirstWordCutAtSpaces()
    {
        var (before, after) = (Enumerable.Repeat("woorden", 60), Enumerable.Repeat("daarna", 60));
        var text = string.Join(' ', [.. before, "wij prikken hier", .. after]);

        var snippet = string.Concat(Highlight.Snippet(text, Stems).Select(piece => piece.Text));

        Assert.StartsWith("… woorden", snippet, StringComparison.Ordinal);
        Assert.EndsWith("daarna …", snippet, StringComparison.Ordinal);
        Assert.Contains("wij prikken hier", snippet, StringComparison.Ordinal);
        Assert.InRange(snippet.Length, 150, 270);
    }

    [Fact]
    public void Snippet_TextWithoutTheWords_IsItsBeginning()
    {
        var snippet = Highlight.Snippet("Begin van\n" + string.Join(' ', Enumerable.Repeat("woorden", 60)), Stems);

        Assert.StartsWith("Begin van woorden", snippet[0].Text, StringComparison.Ordinal);
        Assert.Equal(new TextPiece(" …", false), snippet[^1]);
    }

    [Property]
    public void Snippet_AnyText_HoldsNothingThatIsNotInIt(string? text)
    {
        var flat = (text ?? "").ReplaceLineEndings(" ");

        Assert.All(Highlight.Snippet(text ?? "", Stems).Where(piece => piece.Text is not ("… " or " …")),
            piece => Assert.Contains(piece.Text, flat, StringComparison.Ordinal));
    }

    private static string Written(string text) =>
        string.Concat(Highlight.Mark(text, Stems).Select(piece => piece.Marked ? $"[{piece.Text}]" : piece.Text));
}
