using RegelLoket.ContextAnalysis.Suggestions;
using RegelLoket.Language;

namespace RegelLoket.Tests.ContextAnalysis.Suggestions;

/// <summary>Which words speak for which rule and owner, and how their evidence adds up.</summary>
public sealed class RuleModelTests
{
    private static readonly FeatureExtractor Extractor = new(SmallCatalogue.Create(), new WordList([]));
    private static readonly RuleModel Model = new(SmallCatalogue.Create(), Extractor);

    [Fact]
    public void Subjects_AreTheRulesAndThenTheirOwners()
    {
        Assert.Equal((3, 6), (Model.RuleCount, Model.SubjectCount));
        Assert.Equal(3, Enumerable.Range(0, 3).Select(Model.OwnerOf).Distinct().Count());
        Assert.All(Enumerable.Range(0, 3), rule => Assert.InRange(Model.OwnerOf(rule), 3, 5));
    }

    [Fact]
    public void WeightsOf_WordOfOneRule_AreForThatRuleAndItsOwnerAlone()
    {
        var weights = Model.WeightsOf(DutchStemmer.Stem("prikken"));

        Assert.Equal(
            [SmallCatalogue.Injections, Model.OwnerOf(SmallCatalogue.Injections)], weights.Select(weight => weight.Subject).Order());
        Assert.All(weights, weight => Assert.True(weight.Weight > 0));
        Assert.Empty(Model.WeightsOf("onbekend"));
    }

    [Fact]
    public void WeightsOf_KeyWord_IsMoreThanThatOfAnotherWord() =>
        Assert.True(WeightOf("diploma") > WeightOf(DutchStemmer.Stem("school")));

    [Theory]
    [InlineData("een voorbehouden handeling", 1)]
    [InlineData("een handeling die voorbehouden is", 1)]
    [InlineData("voorbehouden. De handeling", 0)]
    [InlineData("de handeling", 0)]
    public void FindPhrases_WordsOfAPhrase_MustStandInOneSentence(string text, int count)
    {
        var tokens = Tokenizer.Tokenize(text);

        var found = Model.FindPhrases(tokens, new bool[tokens.Count]).ToList();

        Assert.Equal(count, found.Count);
    }

    [Fact]
    public void Totals_ReportOfOneSubject_IsHighestThereAndNamesItsWords()
    {
        var scores = Scores("Zij mag niet prikken of spuiten zonder diploma.");

        Assert.Equal(SmallCatalogue.Injections, Highest(scores.Totals));
        Assert.Equal(["prikken", "spuiten"], scores.WordsOf(SmallCatalogue.Injections).Select(word => word.Text).Order());
        Assert.Equal(["diploma"], scores.WordsOf(SmallCatalogue.Diploma).Select(word => word.Text));
        Assert.Equal(0, scores.Totals[SmallCatalogue.Benefit]);
    }

    [Fact]
    public void Totals_WordThatIsRepeated_CountsOnce()
    {
        var once = Scores("prikken").Totals[SmallCatalogue.Injections];

        Assert.Equal(once, Scores("prikken prikken prikken").Totals[SmallCatalogue.Injections], 6);
    }

    [Fact]
    public void TotalsOf_PartsOfAReport_HaveTheWordsThatStandInThem()
    {
        const string Text = "prikken. diploma";
        var scores = Scores(Text);

        var parts = scores.TotalsOf([("tekst", 0, 8), ("tekst", 9, Text.Length), ("titel", 0, 5)]);

        Assert.Equal([SmallCatalogue.Injections, SmallCatalogue.Diploma], parts.Take(2).Select(Highest));
        Assert.All(parts[2], score => Assert.Equal(0, score));
    }

    private static double WeightOf(string feature) =>
        Model.WeightsOf(feature).Where(weight => weight.Subject == SmallCatalogue.Diploma).Sum(weight => weight.Weight);

    private static int Highest(double[] scores) => Array.IndexOf(scores, scores.Max());

    private static RuleScores Scores(string text)
    {
        var scores = new RuleScores(Model);
        foreach (var feature in Extractor.Extract(Tokenizer.Tokenize(text)))
        {
            scores.Add(feature.Key, "tekst", text, feature.Begin, feature.End, feature.Strength);
        }

        return scores;
    }
}
