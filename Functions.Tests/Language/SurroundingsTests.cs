using FsCheck.Xunit;
using RegelLoket.Language.PersonalData;

namespace RegelLoket.Tests.Language;

/// <summary>The words around a place end with its sentence, and a point within a name does not end one.</summary>
public sealed class SurroundingsTests
{
    [Theory]
    [InlineData("Ik belde. Mijn nummer is #", "Mijn nummer is")]
    [InlineData("Vraag dhr. Jansen, nummer #", "Vraag dhr. Jansen, nummer")]
    [InlineData("Vraag J. Jansen, nummer #", "Vraag J. Jansen, nummer")]
    [InlineData("Een regel\nnog een regel #", "nog een regel")]
    [InlineData("Echt waar! En toen #", "En toen")]
    [InlineData("kosten 3.500 euro #", "kosten 3.500 euro")]
    [InlineData("#", "")]
    public void Before_Place_IsWhatItsSentenceSaysBeforeIt(string text, string expected)
    {
        var at = text.IndexOf('#', StringComparison.Ordinal);

        Assert.Equal(expected, Surroundings.Before(text, at, reach: 100).Trim());
    }

    [Theory]
    [InlineData("# is van mij. Bel maar", "is van mij")]
    [InlineData("# van mevr. De Vries", "van mevr. De Vries")]
    [InlineData("# hoort erbij; de rest niet", "hoort erbij")]
    [InlineData("# is het einde.", "is het einde.")]
    [InlineData("#", "")]
    public void After_Place_IsWhatItsSentenceSaysAfterIt(string text, string expected) =>
        Assert.Equal(expected, Surroundings.After(text, 1, reach: 100).Trim());

    [Fact]
    public void BeforeAndAfter_ReachNoFurtherThanAsked()
    {
        Assert.Equal("de", Surroundings.Before("abcde#", 5, reach: 2));
        Assert.Equal("ab", Surroundings.After("#abcde", 1, reach: 2));
    }

    [Property(MaxTest = 300)]
    public void BeforeAndAfter_AnyPlace_TouchItAndStayWithinReach(string? given, int seed, int span)
    {
        var text = given ?? "";
        var index = (int)((uint)seed % (text.Length + 1));
        var reach = (int)((uint)span % 50);

        var (before, after) = (Surroundings.Before(text, index, reach), Surroundings.After(text, index, reach));

        Assert.EndsWith(before, text[..index], StringComparison.Ordinal);
        Assert.StartsWith(after, text[index..], StringComparison.Ordinal);
        Assert.True(before.Length <= reach && after.Length <= reach);
        Assert.DoesNotContain('\n', before);
        Assert.DoesNotContain('\n', after);
    }

    [Property]
    public void IndexOfFirst_SortedFindings_IsThatOfASearchOneByOne(int[] begins, int from)
    {
        PersonalDataFinding[] findings =
            [.. (begins ?? []).Order().Select(begin => new PersonalDataFinding(begin, begin, PersonalDataKind.Naam))];

        var first = Surroundings.IndexOfFirst(findings, finding => finding.Begin >= from);

        Assert.Equal(findings.TakeWhile(finding => finding.Begin < from).Count(), first);
    }
}
