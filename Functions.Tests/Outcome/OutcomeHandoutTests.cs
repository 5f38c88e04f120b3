using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Outcome;
using RegelLoket.Tests.Cases;
using RegelLoket.Web.Handouts;

namespace RegelLoket.Tests.Outcome;

/// <summary>What a handout of an outcome shows to others: the rule, and nothing of who reported it.</summary>
public sealed class OutcomeHandoutTests
{
    private const string Path = "/volgen/op-papier";
    private const string Sentence = "Bij ons op de afdeling lopen drie mensen hier elke week tegenaan";

    private static readonly RuleReference Rule = new("BWBR0006251", "Wet BIG", "35", null);

    [Fact]
    public void Of_OutcomeWithARule_SaysTheRuleAndWhatIsAllowed()
    {
        var handout = OutcomeHandout.Of(Case("Dit mag."), Path)!;

        Assert.Equal((OutcomeKind.HetKanAl, OutcomeKind.HetKanAl.Label(), Path), (handout.Outcome, handout.Title, handout.Path));
        Assert.Equal([Rule], handout.Rules);
        Assert.Equal([new HandoutPart("Wat mag je doen?", "Dit mag.")], handout.Parts);
        Assert.Equal(WorkingDays.DayOf(CaseFiles.ReportedAt.AddDays(1)), handout.AnsweredOn);
        Assert.False(handout.IsVeiled);
    }

    [Fact]
    public void Of_TheTextToTheReporter_IsLeftOut() => Assert.DoesNotContain(
        OutcomeHandout.Of(Case("Dit mag."), Path)!.Parts, part => part.Text.Contains("Beste Fatima", StringComparison.Ordinal));

    [Theory]
    [InlineData("Volgens Fatima El Idrissi kan het.", "Volgens [weggelaten] kan het.")]
    [InlineData("Mevrouw Idrissi mag dit.", "Mevrouw [weggelaten] mag dit.")]
    [InlineData("Zorggroep De Linde mag dit.", "[weggelaten] mag dit.")]
    [InlineData("Mail melder@example.org.", "Mail [weggelaten].")]
    [InlineData("Mail Melder@Example.org.", "Mail [weggelaten].")]
    [InlineData("Bij zorggroep de linde mag dit.", "Bij [weggelaten] mag dit.")]
    [InlineData("De linde bloeit.", "De linde bloeit.")]
    [InlineData("Je schreef: " + Sentence + ". Dat mag anders.", "Je schreef: " + Sentence + ". Dat mag anders.")]
    [InlineData("Dit mag. " + Sentence + "!", "Dit mag. [weggelaten]!")]
    [InlineData("Een elektricien mag dit.", "Een elektricien mag dit.")]
    public void Of_TextThatRepeatsTheReporter_LeavesThatOutAndSaysSo(string text, string expected)
    {
        var handout = OutcomeHandout.Of(Case(text), Path)!;

        Assert.Equal(expected, handout.Parts.Single().Text);
        Assert.Equal(expected.Contains(Handout.LeftOut, StringComparison.Ordinal), handout.IsVeiled);
    }

    [Fact]
    public void Of_CaseWithoutAnOutcomeForTheReporter_IsNull()
    {
        Assert.Null(OutcomeHandout.Of(CaseFiles.Of(CaseFiles.Reported()), Path));
        Assert.Null(OutcomeHandout.Of(CaseFiles.Of(CaseFiles.Reported(), new CaseWithdrawn()), Path));
    }

    private static CaseFile Case(string whatYouMay)
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Outcome() with { Rule = Rule });
        return (file with
        {
            Private = file.Private.WithContact(null, new ReporterContact { Name = "Fatima El Idrissi", Email = CaseFiles.Address }),
        }).WithText(1, TextNames.Organisation, "Zorggroep De Linde").WithText(1, TextNames.Obstacle, Sentence + ".")
            .WithText(2, TextNames.ReporterText, "Beste Fatima, dit is de uitkomst.").WithText(2, TextNames.WhatYouMay, whatYouMay);
    }
}
