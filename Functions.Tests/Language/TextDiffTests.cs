using RegelLoket.Language;

namespace RegelLoket.Tests.Language;

public sealed class TextDiffTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Een twee drie.", "Een twee drie.")]
    [InlineData("Een twee drie.", "Een vier drie!")]
    [InlineData("Regel één\nregel twee", "Regel twee\nen meer")]
    [InlineData("", "Nieuw")]
    public void Of_TwoVersions_HoldsBothWhole(string before, string after)
    {
        var pieces = TextDiff.Of(before, after);

        Assert.Equal(before, string.Concat(pieces.Where(p => p.Kind != DiffKind.Added).Select(p => p.Text)));
        Assert.Equal(after, string.Concat(pieces.Where(p => p.Kind != DiffKind.Removed).Select(p => p.Text)));
    }

    [Fact]
    public void Of_OneWordChanged_ShowsThatWordAlone()
    {
        var pieces = TextDiff.Of("De helpende mag dit niet doen.", "De helpende mag dit wel doen.");

        Assert.Equal([new(DiffKind.Removed, "niet"), new DiffPiece(DiffKind.Added, "wel")], pieces.Where(p => p.Kind != DiffKind.Same));
    }

    [Fact]
    public void Of_VeryLongTexts_ComparesByLine()
    {
        var before = string.Join("\n", Enumerable.Range(0, 1000).Select(i => $"regel {i} met een paar woorden"));

        var pieces = TextDiff.Of(before, before + "\nen nog een");

        Assert.Contains(pieces, p => p.Kind == DiffKind.Added && p.Text.Contains("en nog een", StringComparison.Ordinal));
    }
}
