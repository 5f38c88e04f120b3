using RegelLoket.Language;

namespace RegelLoket.Tests.Language;

public sealed class SpellingCorrectorTests
{
    private static readonly SpellingCorrector Corrector = new(["uitkering", "diploma", "bijstand", "opleiding"]);

    [Theory]
    [InlineData("uitkerring", "uitkering")]
    [InlineData("uitkring", "uitkering")]
    [InlineData("uitkreing", "uitkering")]
    [InlineData("diplona", "diploma")]
    [InlineData("bijstnad", "bijstand")]
    [InlineData("opleding", "opleiding")]
    [InlineData("tafellaken", null)]
    [InlineData("uitkeringen", null)]
    public void Correct_WordOneStepAway_IsTheKnownOne(string typed, string? meant) => Assert.Equal(meant, Corrector.Correct(typed));

    /// <summary>All deletions of 64 KB of one letter would be four thousand million letters.</summary>
    [Fact]
    public void Correct_WordLongerThanAnyKnown_MakesNoDeletions()
    {
        var word = new string('a', 64 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Null(Corrector.Correct(word));

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 64 * 1024);
    }
}
