using RegelLoket.Language;

namespace RegelLoket.Tests.Language;

/// <summary>Forms of one word have one stem, whatever kind of form; other words have another.</summary>
public sealed class DutchStemmerTests
{
    [Theory]
    [InlineData("opleiding", "opleidingen")]
    [InlineData("brieven", "brief")]
    [InlineData("huizen", "huis")]
    [InlineData("regels", "regel")]
    [InlineData("verpleegkundigen", "verpleegkundige")]
    [InlineData("medewerkster", "medewerksters")]
    [InlineData("uren", "uur")]
    public void Stem_PluralAndSingular_Meet(string one, string other) => Assert.Equal(DutchStemmer.Stem(one), DutchStemmer.Stem(other));

    [Theory]
    [InlineData("werkt", "werken")]
    [InlineData("loopt", "lopen")]
    [InlineData("korten", "gekort")]
    [InlineData("geprikt", "prikken")]
    [InlineData("gemeld", "melden")]
    [InlineData("mochten", "mogen")]
    [InlineData("kreeg", "gekregen")]
    [InlineData("schreef", "geschreven")]
    [InlineData("verbood", "verboden")]
    public void Stem_FormsOfAVerb_Meet(string one, string other) => Assert.Equal(DutchStemmer.Stem(one), DutchStemmer.Stem(other));

    [Theory]
    [InlineData("aanvragen", "aangevraagd")]
    [InlineData("uitgeleend", "uitlenen")]
    [InlineData("afwijzing", "afgewezen")]
    [InlineData("opgegeven", "opgeven")]
    [InlineData("toegestaan", "toestaan")]
    [InlineData("vergoeding", "vergoed")]
    public void Stem_FormsOfASeparableOrDerivedVerb_Meet(string one, string other) =>
        Assert.Equal(DutchStemmer.Stem(one), DutchStemmer.Stem(other));

    [Theory]
    [InlineData("gemeente", "menen")]
    [InlineData("school", "scholing")]
    [InlineData("arts", "artikel")]
    [InlineData("gebied", "bieden")]
    [InlineData("gezicht", "zicht")]
    [InlineData("opgave", "gave")]
    public void Stem_OtherWords_StayApart(string one, string other) => Assert.NotEqual(DutchStemmer.Stem(one), DutchStemmer.Stem(other));

    [Theory]
    [InlineData("ww")]
    [InlineData("big")]
    [InlineData("2026")]
    [InlineData("3-hoog")]
    [InlineData("")]
    public void Stem_ShortWordOrNumber_IsItself(string word) => Assert.Equal(word, DutchStemmer.Stem(word));
}
