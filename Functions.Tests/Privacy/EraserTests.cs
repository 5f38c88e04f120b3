using RegelLoket.Cases;
using RegelLoket.Privacy;

namespace RegelLoket.Tests.Privacy;

/// <summary>Whether what is kept beside the case goes with an erasure.</summary>
public sealed class EraserTests
{
    [Theory]
    [InlineData(ErasedData.Reporter, false)]
    [InlineData(ErasedData.Texts, true)]
    public void ErasesLeftovers_OfTheReporter_GoWithTheTexts(ErasedData what, bool expected) =>
        Assert.Equal(expected, Eraser.ErasesLeftovers(CasePerson.Reporter, what));

    [Theory]
    [InlineData(ErasedData.Reporter)]
    [InlineData(ErasedData.Texts)]
    public void ErasesLeftovers_OfAFollowerOrAColleague_Stay(ErasedData what)
    {
        Assert.False(Eraser.ErasesLeftovers(CasePerson.Following(2), what));
        Assert.False(Eraser.ErasesLeftovers(new CasePerson(PersonPart.Colleague, null, "colleague.vws"), what));
    }

    [Theory]
    [InlineData(ErasedData.Reporter)]
    [InlineData(ErasedData.Texts)]
    public void ErasesLeftovers_WhenATermIsPast_Go(ErasedData what) => Assert.True(Eraser.ErasesLeftovers(null, what));
}
