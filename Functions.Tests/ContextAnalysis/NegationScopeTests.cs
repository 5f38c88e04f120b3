using FsCheck.Xunit;
using RegelLoket.ContextAnalysis.Suggestions;
using RegelLoket.Language;

namespace RegelLoket.Tests.ContextAnalysis;

/// <summary>Words that a reporter sets aside count for nothing; the subject of the report always counts.</summary>
public sealed class NegationScopeTests
{
    [Theory]
    [InlineData("Het gaat niet om de cao.", "de cao")]
    [InlineData("Los van de btw klopt de declaratie niet.", "de btw klopt de declaratie niet")]
    [InlineData("Dit heeft niets met de AVG te maken.", "de avg te maken")]
    [InlineData("De WW is het probleem niet.", "de ww is")]
    [InlineData("Zij krijgt geen vergunning", "")]
    [InlineData("De vergunning is geregeld, de opleiding ontbreekt.", "de vergunning")]
    [InlineData("Het gaat niet om de cao maar om de Wet BIG.", "de cao")]
    [InlineData("Het gaat niet om de cao. De Wet BIG knelt.", "de cao")]
    [InlineData("Het gaat niet zozeer om geld.", "geld")]
    [InlineData("Wij hebben geen vergunning.", "")]
    [InlineData("Een helpende mag niet prikken.", "")]
    [InlineData("", "")]
    public void Find_Sentence_MarksWhatIsSetAside(string text, string expected)
    {
        var tokens = Tokenizer.Tokenize(text);

        var negated = NegationScope.Find(tokens);

        Assert.Equal(expected, string.Join(' ', tokens.Where((_, i) => negated[i]).Select(token => token.Word)));
    }

    [Fact]
    public void Find_LongSentence_ReachesNoFurtherThanSevenWords()
    {
        var tokens = Tokenizer.Tokenize("Het gaat niet om een twee drie vier vijf zes zeven acht negen.");

        Assert.Equal(7, NegationScope.Find(tokens).Count(negated => negated));
    }

    [Property]
    public void Find_AnyText_HasOneAnswerForEachWord(string? text)
    {
        var tokens = Tokenizer.Tokenize(text ?? "");

        Assert.Equal(tokens.Count, NegationScope.Find(tokens).Length);
    }
}
