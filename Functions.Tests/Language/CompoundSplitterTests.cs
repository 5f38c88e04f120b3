using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RegelLoket.Language;

namespace RegelLoket.Tests.Language;

/// <summary>A compound is split where its parts are words, in as few parts as there are.</summary>
public sealed class CompoundSplitterTests
{
    private static readonly string[] Vocabulary = ["stage", "begeleiding", "vergoeding", "bijstand", "moeder", "dag", "zorg", "zorgplan",
        "plan", "kind", "opvang"];

    private static readonly CompoundSplitter Splitter = new(new WordList([]), Vocabulary.Contains);

    [Theory]
    [InlineData("stagebegeleidingsvergoeding", "stage,begeleiding,vergoeding")]
    [InlineData("bijstandsmoeder", "bijstand,moeder")]
    [InlineData("kinderopvang", "")]
    [InlineData("kindopvang", "kind,opvang")]
    [InlineData("dagenplan", "dag,plan")]
    public void Split_Compound_GivesItsPartsWithoutWhatLinksThem(string word, string parts) =>
        Assert.Equal(parts, string.Join(',', Splitter.Split(word)));

    [Fact]
    public void Split_WordWithSeveralSplits_HasTheFewestParts() => Assert.Equal(["dag", "zorgplan"], Splitter.Split("dagzorgplan"));

    [Theory]
    [InlineData("zorgplan")]
    [InlineData("fiets")]
    [InlineData("zorgxplan")]
    [InlineData("zorgzorgzorgzorgzorg")]
    [InlineData("")]
    public void Split_WordThatIsNoCompound_HasNoParts(string word) =>
        Assert.DoesNotContain(Splitter.Split(word), part => !Vocabulary.Contains(part));

    [Fact]
    public void Split_MoreThanFourParts_IsNone() => Assert.Empty(Splitter.Split("dagdagdagdagdag"));

    [Fact]
    public void Split_HostileWord_IsLeftAlone() => Assert.Empty(Splitter.Split(string.Concat(Enumerable.Repeat("dag", 21))));

    [Fact]
    public void Split_OtherWordsOfTheList_NeedOneLetterMore()
    {
        var splitter = new CompoundSplitter(new WordList(["bed", "nacht"]), word => word == "rust");

        Assert.Equal(["nacht", "rust"], splitter.Split("nachtrust"));
        Assert.Empty(splitter.Split("bedrust"));
    }

    [Property(Arbitrary = [typeof(Compounds)])]
    public void Split_WordsStrungTogether_HasKnownPartsThatFillTheWord(string word)
    {
        var parts = Splitter.Split(word);

        Assert.InRange(parts.Count, 2, 4);
        Assert.All(parts, part => Assert.Contains(part, Vocabulary));
        Assert.Equal(parts, Splitter.Split(word));
        // What is left of the word besides its parts are links of at most two letters.
        Assert.InRange(word.Length - parts.Sum(part => part.Length), 0, 2 * (parts.Count - 1));
    }

    private static class Compounds
    {
        public static Arbitrary<string> Word() =>
            (from parts in Gen.Elements(Vocabulary).ArrayOf(2)
             from link in Gen.Elements("", "s", "en", "e", "n")
             select $"{parts[0]}{link}{parts[1]}").ToArbitrary();
    }
}
