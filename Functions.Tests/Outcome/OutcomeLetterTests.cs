using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Outcome;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Outcome;

/// <summary>What the reporter reads of an outcome: the parts that the outcome has, and no others.</summary>
public sealed class OutcomeLetterTests
{
    private static readonly RuleReference Rule = new("BWBR0006251", "Wet BIG", "35", CaseFiles.Due);

    public static TheoryData<OutcomeKind> Kinds => [.. OutcomeTemplate.Choices];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_EveryOutcome_SaysTheSameAsItsPreview(OutcomeKind kind)
    {
        var input = OutcomeTemplate.Of(kind).OnlyItsOwn(new OutcomeRequest
        {
            Outcome = kind,
            ReporterText = "Dit is de uitkomst.",
            Rule = new() { BwbId = Rule.BwbId, CitationTitle = Rule.CitationTitle, Article = Rule.Article, CheckedOn = Rule.CheckedOn },
            WhatYouMay = "Dit mag.",
            HoldsFrom = CaseFiles.Due,
        });
        var file = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Outcome() with
        {
            Outcome = kind,
            Rule = input.Rule is null ? null : Rule,
            HoldsFrom = input.HoldsFrom,
        }).WithText(2, TextNames.ReporterText, "Dit is de uitkomst.").WithText(2, TextNames.WhatYouMay, "Dit mag.");

        var letter = OutcomeLetter.Of(file)!;

        Assert.Equivalent(OutcomeLetter.Preview(input, CaseFiles.Due), letter);
        Assert.Equal("Dit is de uitkomst.", letter.Text);
        Assert.NotEmpty(letter.Opening);
        Assert.NotEmpty(letter.NextStep);
    }

    [Fact]
    public void Of_CaseWithoutAnOutcomeForTheReporter_IsNull()
    {
        Assert.Null(OutcomeLetter.Of(CaseFiles.Of(CaseFiles.Reported())));
        Assert.Null(OutcomeLetter.Of(CaseFiles.Of(CaseFiles.Reported(), new CaseWithdrawn())));
        Assert.Null(OutcomeLetter.Preview(new OutcomeRequest(), CaseFiles.Due));
    }

    [Fact]
    public void Of_ADayAfterTheTerm_AsksForNoDispute()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Outcome());

        Assert.Equal(CaseFiles.Due, OutcomeLetter.Of(file, CaseFiles.Due)!.DisputeBefore);
        Assert.Null(OutcomeLetter.Of(file, CaseFiles.Due.AddDays(1))!.DisputeBefore);
    }

    [Theory]
    [InlineData("35", "Wet BIG, artikel 35")]
    [InlineData("art. 35", "Wet BIG, art. 35")]
    [InlineData("§ 2", "Wet BIG, § 2")]
    [InlineData(null, "Wet BIG")]
    public void Cite_Article_IsNamedOnce(string? article, string expected) =>
        Assert.Equal(expected, OutcomeLetter.Cite(Rule with { Article = article }));
}
