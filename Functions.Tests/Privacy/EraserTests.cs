using RegelLoket.Cases;
using RegelLoket.Privacy;

namespace RegelLoket.Tests.Privacy;

/// <summary>Whether what is kept beside the case goes with an erasure.</summary>
public sealed class EraserTests
{
    [Theory]
    [InlineData(ErasedData.Reporter, false)]
    [InlineData(ErasedData.Texts, true)]
    public void ErasesDataBeside_OfTheReporter_GoWithTheTexts(ErasedData what, bool expected) =>
        Assert.Equal(expected, Eraser.ErasesDataBeside(CasePerson.Reporter, what));

    [Theory]
    [InlineData(ErasedData.Reporter)]
    [InlineData(ErasedData.Texts)]
    public void ErasesDataBeside_OfAFollowerOrAColleague_Stay(ErasedData what)
    {
        Assert.False(Eraser.ErasesDataBeside(CasePerson.Following(2), what));
        Assert.False(Eraser.ErasesDataBeside(new CasePerson(PersonPart.Colleague, null, "colleague.vws"), what));
    }

    [Theory]
    [InlineData(ErasedData.Reporter)]
    [InlineData(ErasedData.Texts)]
    public void ErasesDataBeside_WhenATermIsPast_Go(ErasedData what) => Assert.True(Eraser.ErasesDataBeside(null, what));
}
