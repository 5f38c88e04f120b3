using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RegelLoket.Escalation.Inbound;

namespace RegelLoket.Tests.Escalation.Inbound;

/// <summary>What the desk wrote is known again, however a mail program wrapped it; what a person wrote is not.</summary>
public sealed class KnownTextTests
{
    private const string Sent = """
        Mag een helpende insuline spuiten als een verpleegkundige dat opdraagt?
        Lees de vraag: https://loket.example/reactie#RR
        Dank je wel!
        """;

    private readonly KnownText known = new([Sent]);

    [Theory]
    [InlineData("Mag een helpende insuline spuiten als een verpleegkundige dat opdraagt?")]
    [InlineData("**mag een HELPENDE** insuline")]
    [InlineData("insuline spuiten als een")]
    [InlineData("Dank je wel")]
    [InlineData("Lees de vraag: <https://elders.example/omleiding?x=1>")]
    [InlineData("dat opdraagt? Lees de vraag:")]
    public void Has_LineOfWhatWasSent_IsTrue(string line) => Assert.True(known.Has(KnownText.WordsOf(line), []));

    [Theory]
    [InlineData("Ja, dat mag.")]
    [InlineData("insuline spuiten")]
    [InlineData("Mag een verpleegkundige insuline spuiten")]
    [InlineData("")]
    [InlineData("https://loket.example/reactie#RR")]
    public void Has_AnythingElse_IsFalse(string line) => Assert.False(known.Has(KnownText.WordsOf(line), []));

    [Fact]
    public void Has_FewWordsBelowAKnownLine_GoesOnFromIt()
    {
        var above = KnownText.WordsOf("Mag een helpende insuline spuiten als een verpleegkundige");

        Assert.True(known.Has(KnownText.WordsOf("dat opdraagt?"), above));
        Assert.False(known.Has(KnownText.WordsOf("dat mag?"), above));
        Assert.False(known.Has(KnownText.WordsOf("dat opdraagt?"), []));
    }

    [Theory]
    [InlineData("Eén-op-één, coördinatie!", "eén op één coördinatie")]
    [InlineData("mail <ans@voorbeeld.nl> of mailto:ans", "mail of")]
    [InlineData("\t\u00A0", "")]
    [InlineData("wet_1999/art.35", "wet 1999 art 35")]
    public void WordsOf_Line_IsItsLettersAndDigits(string line, string words) =>
        Assert.Equal(words, string.Join(' ', KnownText.WordsOf(line)));

    [Property(Arbitrary = [typeof(Sentences)])]
    public void Has_TextWrappedAtAnyWidth_KnowsEveryLine(string[] words, PositiveInt width)
    {
        var text = new KnownText([string.Join(' ', words)]);
        List<string> before = [];

        foreach (var line in words.Chunk(3 + (width.Get % 8)))
        {
            Assert.True(text.Has([.. line], before), string.Join(' ', line));
            before = [.. line];
        }
    }

    private static class Sentences
    {
        public static Arbitrary<string[]> Text() => Gen.Elements("mag", "dit", "een", "helpende", "spuiten", "regel", "wet", "kan", "al")
            .ArrayOf().Where(words => words.Length > 3).ToArbitrary();
    }
}
