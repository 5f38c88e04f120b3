using RegelLoket.Cases;

namespace RegelLoket.Tests.Cases;

public sealed class LawIdTests
{
    [Theory]
    [InlineData("BWBR0004045", "Werkloosheidswet", "BWBR0004045")]
    [InlineData("bwbr0004045", "WW", "BWBR0004045")]
    [InlineData(null, "Cao VVT", "cao-vvt")]
    [InlineData("", "Wet Bé & zo (Wbz)", "wet-be-zo-wbz")]
    [InlineData("cao", "Cao VVT, Cao GGZ", "cao-vvt-cao-ggz")]
    [InlineData(null, " – ", null)]
    public void Of_RuleWithOrWithoutAnId_Lasts(string? bwbId, string title, string? expected) =>
        Assert.Equal(expected, LawId.Of(bwbId, title));

    [Fact]
    public void Of_VeryLongTitle_IsNeverLongerThanAnAddressMayBe()
    {
        var id = LawId.Of(null, string.Concat(Enumerable.Repeat("regel ", 100)))!;

        Assert.True(id.Length <= 80);
        Assert.DoesNotMatch("-$", id);
    }

    [Theory]
    [InlineData("BWBR0004045", null, "https://wetten.overheid.nl/BWBR0004045")]
    [InlineData("bwbr0004045", null, "https://wetten.overheid.nl/BWBR0004045")]
    [InlineData("BWBR0004045", "76a", "https://wetten.overheid.nl/jci1.3:c:BWBR0004045&artikel=76a")]
    [InlineData("cao", "1", null)]
    [InlineData(null, null, null)]
    public void SourceOf_IdOfALaw_IsThePageOfItsText(string? bwbId, string? article, string? expected) =>
        Assert.Equal(expected, LawId.SourceOf(bwbId, article)?.AbsoluteUri);

    [Theory]
    [InlineData("bwbr0004045", "BWBR0004045")]
    [InlineData("Cao-VVT", "cao-vvt")]
    public void Canonical_OfATypedAddress_IsTheOneInUse(string typed, string expected) => Assert.Equal(expected, LawId.Canonical(typed));
}
