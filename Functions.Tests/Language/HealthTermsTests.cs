using RegelLoket.Language.PersonalData;

namespace RegelLoket.Tests.Language;

/// <summary>Which words name an illness, a complaint or a treatment, and where such a term ends.</summary>
public sealed class HealthTermsTests
{
    [Theory]
    [InlineData("diabetes", "diabetes")]
    [InlineData("depressie", "depressie")]
    [InlineData("borstkankerpatiënt", "borstkankerpatiënt")]
    [InlineData("knieoperatie", "knieoperatie")]
    [InlineData("gebroken heup volgens haar", "gebroken heup")]
    [InlineData("been geamputeerd vorig jaar", "been geamputeerd")]
    [InlineData("ziekte van Parkinson", "ziekte van Parkinson")]
    [InlineData("MS", "MS")]
    public void EndOfTerm_TermAtTheStart_EndsWithItsLastWord(string text, string term)
    {
        var scanned = new ScannedText(text);

        var end = HealthTerms.EndOfTerm(scanned, 0);

        Assert.NotNull(end);
        Assert.Equal(term, text[..scanned[end.Value].End]);
    }

    [Theory]
    [InlineData("ms")]
    [InlineData("als het kan")]
    [InlineData("ziekte van de zorg")]
    [InlineData("gebroken belofte")]
    [InlineData("been")]
    [InlineData("vergadering")]
    [InlineData("werkoverleg")]
    [InlineData("")]
    public void EndOfTerm_OtherWords_IsNothing(string text) => Assert.Null(HealthTerms.EndOfTerm(new ScannedText(text), 0));

    [Theory]
    [InlineData("diabetes type 1 en meer", "type", "diabetes type 1")]
    [InlineData("diabetes type en meer", "type", "diabetes type")]
    [InlineData("verslaafd aan alcohol geweest", "verslaafd", "verslaafd aan alcohol")]
    [InlineData("verslaafd geweest", "verslaafd", "verslaafd")]
    [InlineData("depressie aan het einde", "depressie", "depressie")]
    public void WithNumber_AfterTheLastWord_TakesWhatBelongsToIt(string text, string last, string expected)
    {
        var end = text.IndexOf(last, StringComparison.Ordinal) + last.Length;

        Assert.Equal(expected, text[..HealthTerms.WithNumber(text, end, last)]);
    }
}
