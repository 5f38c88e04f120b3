using RegelLoket.ContextAnalysis.Suggestions;
using RegelLoket.Language;

namespace RegelLoket.Tests.ContextAnalysis;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("opleiding", "opleidingen")]
    [InlineData("aanvragen", "aangevraagd")]
    [InlineData("korten", "gekort")]
    [InlineData("werkt", "werken")]
    [InlineData("brieven", "brief")]
    [InlineData("afwijzing", "afgewezen")]
    [InlineData("vergoeding", "vergoed")]
    [InlineData("verpleegkundigen", "verpleegkundige")]
    [InlineData("uitgeleend", "uitlenen")]
    public void Stem_FormsOfOneWord_Meet(string one, string other) => Assert.Equal(DutchStemmer.Stem(one), DutchStemmer.Stem(other));

    [Theory]
    [InlineData("gemeente", "menen")]
    [InlineData("school", "scholing")]
    [InlineData("arts", "artikel")]
    public void Stem_OtherWords_StayApart(string one, string other) => Assert.NotEqual(DutchStemmer.Stem(one), DutchStemmer.Stem(other));

    [Theory]
    [InlineData("stagebegeleidingsvergoeding", "stage,begeleiding,vergoeding")]
    [InlineData("bijstandsmoeder", "bijstand,moeder")]
    [InlineData("fiets", "")]
    public void Split_Compound_GivesItsParts(string word, string parts)
    {
        string[] vocabulary = ["stage", "begeleiding", "vergoeding", "bijstand", "moeder"];

        Assert.Equal(parts, string.Join(',', new CompoundSplitter(WordList.Dutch, vocabulary.Contains).Split(word)));
    }

    [Theory]
    [InlineData("uitkeering", "uitkering")]
    [InlineData("bijstnad", "bijstand")]
    [InlineData("opleding", "opleiding")]
    [InlineData("tafellaken", null)]
    public void Correct_TypingError_FindsTheWord(string typed, string? meant) =>
        Assert.Equal(meant, new SpellingCorrector(["uitkering", "bijstand", "opleiding"]).Correct(typed));

    [Fact]
    public void Tokenize_AccentsAndSigns_KeepsPlaces()
    {
        const string Text = "😀 Eén zzp'er.";

        var tokens = Tokenizer.Tokenize(Text);

        Assert.Equal(["een", "zzp", "er"], tokens.Select(token => token.Word));
        Assert.Equal("Eén", Text[tokens[0].Begin..tokens[0].End]);
    }

    [Theory]
    [InlineData("Het gaat niet om de cao maar om rust", "cao")]
    [InlineData("De btw is het probleem niet", "btw")]
    [InlineData("Dit heeft niets met privacy te maken", "privacy")]
    public void Find_SubjectSetAside_IsMarked(string text, string word)
    {
        var tokens = Tokenizer.Tokenize(text);

        Assert.True(NegationScope.Find(tokens)[tokens.FindIndex(token => token.Word == word)]);
    }

    [Theory]
    [InlineData("Zij krijgt geen vergunning")]
    [InlineData("De helpende mag niet prikken")]
    public void Find_OrdinaryDenial_IsNotSetAside(string text) => Assert.DoesNotContain(true, NegationScope.Find(Tokenizer.Tokenize(text)));
}
