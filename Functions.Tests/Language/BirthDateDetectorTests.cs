using RegelLoket.Language.PersonalData;

namespace RegelLoket.Tests.Language;

/// <summary>A full date is personal where it is somebody's birthday, and not where it is that of a letter or a law.</summary>
public sealed class BirthDateDetectorTests
{
    [Theory]
    [InlineData("Zij is geboren op 3-4-1961 in Assen.", "3-4-1961")]
    [InlineData("Geboortedatum: 03/04/1961", "03/04/1961")]
    [InlineData("geb. 3 april 1961", "3 april 1961")]
    [InlineData("Hij is van 12 mei 1988 en werkt bij ons.", "12 mei 1988")]
    [InlineData("1961-04-03 geboren, dus bijna met pensioen.", "1961-04-03")]
    [InlineData("Onze cliënt (12.05.1950) wil naar huis.", "12.05.1950")]
    [InlineData("Ze is jarig op de vierde mei 1990.", "vierde mei 1990")]
    public void Find_BirthdayByTheWordsAroundIt_IsFound(string text, string expected) => Assert.Equal([expected], Found(text));

    [Theory]
    [InlineData("De brief van 3-4-2021 zegt iets anders.")]
    [InlineData("De wet geldt vanaf 1 januari 2026.")]
    [InlineData("Onze stichting is geboren op 3 april 1961.")]
    [InlineData("Geboren verpleegkundige, sinds 3 april 2001 in dienst.")]
    [InlineData("Om 12.05 uur stopt de dienst.")]
    [InlineData("Versie 3.4.1961-2 van het formulier")]
    [InlineData("Het kan op 31-13-1961 niet.")]
    public void Find_AnyOtherDate_IsLeftAlone(string text) => Assert.Empty(Found(text));

    [Theory]
    [InlineData("Jan Jansen, 3-4-1961, werkt hier.", true)]
    [InlineData("Jan Jansen is van 3-4-1961.", true)]
    [InlineData("Jan Jansen is van 3-4-2021.", false)]
    [InlineData("Jan Jansen belde ons over de brief van 3-4-1961.", false)]
    public void Find_DateRightBehindAName_IsThatPersons(string text, bool expected) =>
        Assert.Equal(expected, Found(text, new PersonalDataFinding(0, 10, PersonalDataKind.Naam)).Count > 0);

    private static List<string> Found(string text, params PersonalDataFinding[] names) =>
        [.. BirthDateDetector.Find(text, names).Select(finding => text[finding.Begin..finding.End])];
}
