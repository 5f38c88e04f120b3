using FsCheck.Xunit;
using RegelLoket.ContextAnalysis.Suggestions;
using RegelLoket.Language;

namespace RegelLoket.Tests.ContextAnalysis.Suggestions;

/// <summary>What counts of a word: its stem, its parts, the word that was meant, and the concept behind them.</summary>
public sealed class FeatureExtractorTests
{
    private static readonly FeatureExtractor Extractor = new(SmallCatalogue.Create(), new WordList(["stoel", "tafel", "kast"]));

    [Fact]
    public void Extract_WordOfTheCatalogue_CountsInFullByItsStem()
    {
        var feature = Of("Prikken")[DutchStemmer.Stem("prikken")];

        Assert.Equal((1, 0, 7, 0), (feature.Strength, feature.Begin, feature.End, feature.Position));
    }

    [Fact]
    public void Extract_Compound_AlsoCountsItsPartsForLess()
    {
        var features = Of("diplomaerkenning");

        Assert.InRange(features["diploma"].Strength, 0.1, 0.9);
        Assert.InRange(features[DutchStemmer.Stem("erkenning")].Strength, 0.1, 0.9);
        Assert.Equal((0, 16), (features["diploma"].Begin, features["diploma"].End));
    }

    [Fact]
    public void Extract_TypingError_CountsAsTheWordThatWasMeantForLess()
    {
        var strength = Of("diplmoa")["diploma"].Strength;

        Assert.InRange(strength, 0.5, 0.99);
    }

    [Fact]
    public void Extract_UnknownWordThatBeginsLikeAKnownOne_CountsForHalf() =>
        Assert.Equal(0.5, Of("diplomaxyz")["diploma"].Strength);

    [Fact]
    public void Extract_KnownWordOutsideTheCatalogue_CountsAsItselfAlone() => Assert.Equal(["stoel"], Of("stoel").Keys);

    [Theory]
    [InlineData("uitkering")]
    [InlineData("steungeld")]
    public void Extract_WordsOfOneConcept_ShareIt(string word) => Assert.Contains("#geld", Of(word).Keys);

    [Theory]
    [InlineData("geld van de staat", true)]
    [InlineData("geld krijgen van de staat", true)]
    public void Extract_PhraseOfAConcept_NeedsItsWordsInOrderAndNearEachOther(string text, bool isConcept) =>
        Assert.Equal(isConcept, Of(text).ContainsKey("#geld"));

    [Fact]
    public void Extract_SkippedWords_CountForNothing()
    {
        var tokens = Tokenizer.Tokenize("uitkering diploma");

        var features = Extractor.Extract(tokens, [true, false]);

        Assert.DoesNotContain(features, feature => feature.Key is "#geld" || feature.Begin < 10);
        Assert.Contains(features, feature => feature.Key == "diploma");
    }

    [Property(MaxTest = 200)]
    public void Extract_AnyText_HasFeaturesAtItsWordsWithAStrengthOfAtMostOne(string? text)
    {
        var tokens = Tokenizer.Tokenize(text ?? "");

        Assert.All(Extractor.Extract(tokens), feature =>
        {
            Assert.InRange(feature.Strength, double.Epsilon, 1);
            Assert.Equal(tokens[feature.Position].Begin, feature.Begin);
            Assert.InRange(feature.End, feature.Begin + 1, text!.Length);
        });
    }

    private static Dictionary<string, Feature> Of(string text) =>
        Extractor.Extract(Tokenizer.Tokenize(text)).GroupBy(feature => feature.Key)
            .ToDictionary(same => same.Key, same => same.MaxBy(feature => feature.Strength));
}
