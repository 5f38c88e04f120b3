using FsCheck.Xunit;
using RegelLoket.Language;
using RegelLoket.Library.Search;

namespace RegelLoket.Tests.Library;

/// <summary>What a visitor's words stand for in a search, and how much each counts.</summary>
public sealed class LayQueryTests
{
    private static readonly LayQuery Query = new(
        new HashSet<string> { DutchStemmer.Stem("uitkering"), DutchStemmer.Stem("prikken"), "diploma" },
        new(() => new SpellingCorrector(["uitkering", "prikken", "diploma"])));

    [Fact]
    public void Read_QuestionInEverydayWords_IsAboutItsTellingWords()
    {
        var words = Query.Read("Mag een helpende bij ons prikken?");

        Assert.Contains(words, word => StemsOf(word).ContainsKey(DutchStemmer.Stem("prikken")));
        Assert.DoesNotContain(words, word => StemsOf(word).ContainsKey("een"));
    }

    [Fact]
    public void Read_OnlyStopWords_AreKeptAllTheSame() => Assert.NotEmpty(Query.Read("een het"));

    [Fact]
    public void Read_TypingError_AlsoFindsTheWordThatWasMeantForLess()
    {
        var stems = StemsOf(Assert.Single(Query.Read("diplmoa")));

        Assert.InRange(stems["diploma"], 0.5, 0.99);
    }

    [Fact]
    public void Read_Compound_AlsoFindsItsPartsForLess()
    {
        var stems = StemsOf(Assert.Single(Query.Read("bigregistratie")));

        Assert.InRange(stems["big"], 0.1, 0.9);
        Assert.Equal(1, stems.Values.Max());
    }

    [Fact]
    public void Read_WordThatIsRepeated_CountsOnce() => Assert.Single(Query.Read("diploma diploma DIPLOMA Diploma"));

    [Fact]
    public void Read_LongText_IsItsFirst32TellingWords() =>
        Assert.Equal(32, Query.Read(string.Join(' ', Enumerable.Range(0, 100).Select(i => $"qw{(char)('a' + (i % 26))}{i}"))).Count);

    [Property(MaxTest = 200)]
    public void Read_AnyText_GivesWordsThatFindThemselvesFully(string? text)
    {
        var words = Query.Read(text ?? "");

        Assert.True(words.Count <= 32);
        Assert.All(words, word => Assert.InRange(word.Weight, 0.01, 1));
        Assert.All(words, word => Assert.Equal(1, StemsOf(word).Values.Max()));
        Assert.All(words, word => Assert.All(StemsOf(word).Values, share => Assert.InRange(share, 0.01, 1)));
    }

    private static Dictionary<string, double> StemsOf(QueryWord word) => word.Stems.ToDictionary(stem => stem.Stem, stem => stem.Share);
}
