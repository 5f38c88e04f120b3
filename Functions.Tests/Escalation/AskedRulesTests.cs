using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation;
using RegelLoket.Tests.Cases;
using RegelLoket.Web;

namespace RegelLoket.Tests.Escalation;

/// <summary>Which law a ministry is asked about.</summary>
public sealed class AskedRulesTests
{
    private static readonly AskedRules Rules = new(new Owners());

    [Fact]
    public void Of_RulesOfTwoMinistries_EachGetsItsOwnAndWhatIsOfNobodyKnown()
    {
        var state = Analysed("vws", "ocw", "onbekend");

        Assert.Equal([1, 3], Rules.Of(state, To(Ministry.Vws)));
        Assert.Equal([2, 3], Rules.Of(state, To(Ministry.Ocw)));
    }

    [Fact]
    public void Of_MinistryThatOwnsNoneOrAll_IsAskedAboutAll()
    {
        Assert.Null(Rules.Of(Analysed("vws", "vws"), To(Ministry.Szw)));
        Assert.Null(Rules.Of(Analysed("vws", "vws"), To(Ministry.Vws)));
        Assert.Null(Rules.Of(CaseFiles.Of(CaseFiles.Reported()).State, To(Ministry.Vws)));
    }

    [Fact]
    public void Of_RulesThatTheAnalystNamed_AreTaken() =>
        Assert.Equal([2], Rules.Of(Analysed("vws", "ocw"), To(Ministry.Vws) with { Rules = [2, 2] }));

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Wrong_PlaceThatNamesNoRule_IsGiven(int place, bool isWrong) => Assert.Equal(
        isWrong ? place : null, AskedRules.Wrong(Analysed("vws", "ocw"), To(Ministry.Vws) with { Rules = [place] }));

    private static MinistryQuestion To(Ministry ministry) => new() { Ministry = ministry, Question = "Mag dit?" };

    private static CaseState Analysed(params string[] titles) => CaseFiles.Of(CaseFiles.Reported(), new ContextAnalysed
    {
        Source = RuleSource.Wet,
        Rules = [.. titles.Select(title => new RuleReference(null, title, null, null))],
        Ministries = [Ministry.Vws],
        DueOn = CaseFiles.Due,
    }).State;

    /// <summary>A rule is of the ministry that it is called after.</summary>
    private sealed class Owners : IRuleOwners
    {
        public IReadOnlyList<Ministry> Of(RuleReference rule) =>
            EnumNames.TryParseSlug<Ministry>(rule.CitationTitle, out var ministry) ? [ministry] : [];
    }
}
