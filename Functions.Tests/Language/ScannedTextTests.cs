using FsCheck.Xunit;
using RegelLoket.Language.PersonalData;

namespace RegelLoket.Tests.Language;

/// <summary>The words of a text as the detectors see them, with their places in the text.</summary>
public sealed class ScannedTextTests
{
    [Theory]
    [InlineData("Bel Jan Jansen.", "Bel|Jan|Jansen")]
    [InlineData("mevrouw De Vries-van Dam", "mevrouw|De|Vries-van|Dam")]
    [InlineData("op 't Zand", "op|'t|Zand")]
    [InlineData("d'Arc en zzp'er", "d'Arc|en|zzp'er")]
    [InlineData("'tafel", "tafel")]
    [InlineData("J. de Boer en A.B. Smit", "J.|de|Boer|en|A.B.|Smit")]
    [InlineData("Ph. Cohen en Th. Smit", "Ph.|Cohen|en|Th.|Smit")]
    [InlineData("A.B.C.D.E. Smit", "A|B.C.D.E.|Smit")]
    [InlineData("J.Jansen", "J.|Jansen")]
    [InlineData("eind- en beginzorg", "eind|en|beginzorg")]
    [InlineData("Zoë Müller", "Zoë|Müller")]
    [InlineData("nummer 12 op 3-hoog", "nummer|op|hoog")]
    [InlineData("", "")]
    [InlineData(" .,!? 12 ", "")]
    public void Words_OfAText_AreItsLettersWithWhatBelongsToThem(string text, string words) =>
        Assert.Equal(words, string.Join('|', All(new ScannedText(text)).Select(word => word.Text)));

    [Theory]
    [InlineData("Hij werkt. Zij ook.", "Hij|Zij")]
    [InlineData("Zij zei: Ga maar", "Zij|Ga")]
    [InlineData("Regel een\nRegel twee", "Regel|Regel")]
    [InlineData("Het heet \"Samen Thuis\"", "Het|Samen")]
    [InlineData("Wie (de helpende) mag dit?", "Wie|de")]
    public void Begins_WordAfterTheEndOfASentenceOrAnOpening_IsTrue(string text, string first)
    {
        var scanned = new ScannedText(text);

        Assert.Equal(first, string.Join('|', Enumerable.Range(0, scanned.Count).Where(scanned.Begins).Select(i => scanned[i].Text)));
    }

    [Theory]
    [InlineData("een twee", true)]
    [InlineData("een\u00a0twee", true)]
    [InlineData("een  twee", false)]
    [InlineData("een, twee", false)]
    [InlineData("een\ntwee", false)]
    public void OnlyBlank_BetweenTwoWords_IsTrueForOneSpace(string text, bool expected) =>
        Assert.Equal(expected, new ScannedText(text).OnlyBlank(0));

    [Fact]
    public void Plain_OutsideTheText_IsEmpty()
    {
        var text = new ScannedText("Één Woord");

        Assert.Equal(("een", "woord", "", ""), (text.Plain(0), text.Plain(1), text.Plain(-1), text.Plain(2)));
        Assert.False(text.OnlyBlank(-1));
        Assert.False(text.OnlyBlank(1));
    }

    [Property(MaxTest = 300)]
    public void Words_OfAnyText_StandInItInOrderAndApart(string? text)
    {
        var scanned = new ScannedText(text ?? "");
        var words = All(scanned);

        Assert.All(words, word => Assert.Equal(word.Text, scanned.Text[word.Begin..word.End]));
        Assert.All(words, word => Assert.True(word.Begin < word.End));
        Assert.All(words.Zip(words.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Begin));
        for (var i = 0; i + 1 < words.Count; i++)
        {
            Assert.Equal(scanned.Text[words[i].End..words[i + 1].Begin], scanned.Between(i).ToString());
        }
    }

    [Property(MaxTest = 300)]
    public void WordFrom_AnyPlace_IsTheFirstWordThatBeginsThereOrAfter(string? text, int place)
    {
        var scanned = new ScannedText(text ?? "");
        var words = All(scanned);

        var first = words.FindIndex(word => word.Begin >= place);

        Assert.Equal(first < 0 ? words.Count : first, scanned.WordFrom(place));
    }

    [Theory]
    [InlineData("UWV", true)]
    [InlineData("ActiZ", true)]
    [InlineData("Jansen", false)]
    [InlineData("Jan-Willem", false)]
    [InlineData("O'Brien", false)]
    [InlineData("McDonald", false)]
    [InlineData("A", false)]
    public void IsAbbreviation_CapitalsWithinAWord_ArePartOfNoName(string word, bool expected) =>
        Assert.Equal(expected, new ScannedText(word)[0].IsAbbreviation);

    private static List<ScannedWord> All(ScannedText text) => [.. Enumerable.Range(0, text.Count).Select(i => text[i])];
}
