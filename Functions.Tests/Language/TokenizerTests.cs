using FsCheck.Xunit;
using RegelLoket.Language;

namespace RegelLoket.Tests.Language;

public sealed class TokenizerTests
{
    [Property(MaxTest = 300)]
    public void Tokenize_AnyText_GivesWordsInOrderAtTheirPlaces(string? text)
    {
        var tokens = Tokenizer.Tokenize(text ?? "");

        Assert.All(tokens, token =>
        {
            Assert.InRange(token.Begin, 0, token.End - 1);
            Assert.InRange(token.End, 1, text!.Length);
            Assert.True(char.IsLetterOrDigit(text[token.Begin]));
        });
        Assert.All(tokens.Zip(tokens.Skip(1)), pair =>
        {
            Assert.True(pair.First.End < pair.Second.Begin);
            Assert.True(pair.First.Sentence <= pair.Second.Sentence);
        });
    }

    [Property(MaxTest = 300)]
    public void TokenizeJoined_AnyText_HasAllPlainWordsToo(string? text)
    {
        var joined = Tokenizer.TokenizeJoined(text ?? "").ToList();

        Assert.Subset(joined.ToHashSet(), Tokenizer.Tokenize(text ?? "").ToHashSet());
    }

    [Theory]
    [InlineData("zij-instromer", "zijinstromer zij instromer")]
    [InlineData("zzp'er", "zzper zzp er")]
    [InlineData("wet - en regel", "wet en regel")]
    [InlineData("een-op-een", "eenopeen een op een")]
    public void TokenizeJoined_WordWithAHyphen_IsInOnePieceToo(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Tokenizer.TokenizeJoined(text).Select(token => token.Word)));

    [Theory]
    [InlineData("Een zin. Nog een zin.", "1 1 2 2 2")]
    [InlineData("Vraag? Ja! Nee", "1 2 3")]
    [InlineData("Regel een\nRegel twee", "1 1 2 2")]
    public void Tokenize_Sentences_AreCounted(string text, string sentences)
    {
        var tokens = Tokenizer.Tokenize(text);
        var numbers = tokens.Select(token => token.Sentence).Distinct().Order().ToList();

        Assert.Equal(sentences, string.Join(' ', tokens.Select(token => numbers.IndexOf(token.Sentence) + 1)));
    }

    [Property(MaxTest = 300)]
    public void Stem_AnyWord_IsNeitherEmptyNorMuchLonger(string? text) => Assert.All(Tokenizer.Tokenize(text ?? ""), token =>
    {
        Assert.NotEmpty(token.Stem);
        Assert.True(token.Stem.Length <= token.Word.Length + 2, $"{token.Word} became {token.Stem}");
        Assert.Equal(token.Stem, DutchStemmer.Stem(token.Word));
    });
}
