using FsCheck.Xunit;
using RegelLoket.Language;

namespace RegelLoket.Tests.Language;

public sealed class SearchFormTests
{
    [Theory]
    [InlineData("Zij-instromer", "zijinstromer")]
    [InlineData("zzp'er", "zzper")]
    [InlineData("Coördinatie é Ærø", "coordinatie e ærø")]
    [InlineData("wet_1999/art.35", "wet 1999 art 35")]
    [InlineData("zacht\u00ADkoppel\u200Bteken", "zachtkoppelteken")]
    [InlineData("", "")]
    public void Of_Text_IsWithoutAccentsAndSilentSigns(string text, string expected) => Assert.Equal(expected, SearchForm.Of(text));

    [Property]
    public void Of_AnyText_KnowsThePlaceOfEachOfItsSigns(string? text)
    {
        var places = new List<int>();

        var form = SearchForm.Of(text ?? "", places);

        Assert.Equal(form.Length, places.Count);
        Assert.All(places, place => Assert.InRange(place, 0, text!.Length - 1));
        Assert.Equal(places.Order(), places);
        Assert.All(form, sign => Assert.True(sign == ' ' || char.IsLetterOrDigit(sign)));
    }

    [Theory]
    [InlineData("insuline wijk", true)]
    [InlineData("INSU", true)]
    [InlineData("zij instromer", true)]
    [InlineData("insuline nachtdienst", false)]
    [InlineData("", true)]
    public void HoldsAll_Words_IsTrueWhenEachStandsInOneOfTheTexts(string search, bool expected) => Assert.Equal(
        expected, SearchForm.HoldsAll(SearchForm.WordsOf(search), ["Insuline spuiten", null, "In de wijk als zij-instromer"]));

    [Theory]
    [InlineData("stagebegeleidingsvergoeding", "stage begeleiding vergoeding")]
    [InlineData("wijkverpleging", "wijk verpleging")]
    [InlineData("verpleging", "")]
    [InlineData("stage", "")]
    [InlineData("xqstage", "")]
    [InlineData("", "")]
    public void Split_Word_IsItsPartsOrNothing(string word, string parts) => Assert.Equal(
        parts, string.Join(' ', new CompoundSplitter(
            WordList.Dutch, known => known is "stage" or "begeleiding" or "vergoeding" or "wijk" or "verpleging").Split(word)));
}
