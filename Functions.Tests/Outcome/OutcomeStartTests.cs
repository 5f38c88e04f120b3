using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Outcome;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Outcome;

/// <summary>What the form of the outcome begins with.</summary>
public sealed class OutcomeStartTests
{
    [Theory]
    [InlineData(RuleSource.Misverstand, OutcomeKind.HetKanAl)]
    [InlineData(RuleSource.EigenBeleid, OutcomeKind.EigenRegelOrganisatie)]
    [InlineData(RuleSource.Veldnorm, OutcomeKind.CaoVeldnorm)]
    [InlineData(RuleSource.Uitvoeringspraktijk, OutcomeKind.Uitvoeringspraktijk)]
    [InlineData(RuleSource.Wet, OutcomeKind.HetKanAl)]
    public void LikelyOf_WithoutAnswers_FollowsTheSourceOfTheRule(RuleSource source, OutcomeKind likely) =>
        Assert.Equal(likely, LikelyOf(Analysed(source, Ministry.Vws)));

    [Fact]
    public void LikelyOf_RuleOfNoneOfTheThree_IsNotTheirs() =>
        Assert.Equal(OutcomeKind.NietBijDezeDrie, LikelyOf(Analysed(RuleSource.Wet)));

    [Fact]
    public void LikelyOf_WhatTheAnalystExpects_ComesFirst() => Assert.Equal(OutcomeKind.RegelVervallen,
        LikelyOf(Analysed(RuleSource.Wet, Ministry.Vws) with { Expected = OutcomeKind.RegelVervallen }));

    [Theory]
    [InlineData(AnswerStance.AlreadyPossible, OutcomeKind.HetKanAl)]
    [InlineData(AnswerStance.StaysAsIs, OutcomeKind.BewustZo)]
    [InlineData(AnswerStance.WillChange, OutcomeKind.Wetswijziging)]
    [InlineData(AnswerStance.Other, OutcomeKind.RegelVervallen)]
    public void LikelyOf_MinistryThatAnswered_CountsMoreThanWhatWasExpected(AnswerStance stance, OutcomeKind likely) =>
        Assert.Equal(likely, LikelyOf(
            Analysed(RuleSource.Wet, Ministry.Vws) with { Expected = OutcomeKind.RegelVervallen }, CaseFiles.Escalated(Ministry.Vws),
            new MinistryAnswered(Ministry.Vws, Late: false) { Stance = stance }));

    [Fact]
    public void LikelyOf_MinistriesThatDisagree_IsWhatTheContextSays() => Assert.Equal(OutcomeKind.HetKanAl, LikelyOf(
        Analysed(RuleSource.Wet, Ministry.Vws), CaseFiles.Escalated(Ministry.Vws, Ministry.Szw),
        new MinistryAnswered(Ministry.Vws, Late: false) { Stance = AnswerStance.StaysAsIs },
        new MinistryAnswered(Ministry.Szw, Late: false) { Stance = AnswerStance.Exemption }));

    [Fact]
    public void For_MinistryThatAnswered_SaysWhoConfirmedItAndWhen()
    {
        var form = OutcomeStart.For(CaseFiles.Of(
            CaseFiles.Reported(), Analysed(RuleSource.Wet, Ministry.Vws), CaseFiles.Escalated(Ministry.Vws),
            new MinistryAnswered(Ministry.Vws, Late: false) { Stance = AnswerStance.AlreadyPossible }), null);

        Assert.Equal("Ministerie van VWS", form.Value("bevestigdDoor"));
        Assert.NotNull(form.Day("bevestigdOp"));
        Assert.Equal("VWS: het kan al binnen de regels.", form.Value("reden"));
    }

    [Fact]
    public void For_RuleWithAnIdThatIsNoLaws_LeavesThatOut()
    {
        var form = OutcomeStart.For(CaseFiles.Of(CaseFiles.Reported(), Analysed(RuleSource.Cao) with
        {
            Rules = [new RuleReference("cao-vvt", "Cao VVT", null, null)],
        }), "");

        Assert.Equal(("Cao VVT", "", "cao-veldnorm"), (form.Value("regel.citeertitel"), form.Value("regel.bwbId"), form.Value("uitkomst")));
    }

    private static ContextAnalysed Analysed(RuleSource source, params Ministry[] owners) =>
        new() { Source = source, Rules = [], Ministries = owners, DueOn = CaseFiles.Due };

    private static OutcomeKind LikelyOf(params CaseChange[] changes) =>
        OutcomeStart.LikelyOf(CaseFiles.Of([CaseFiles.Reported(), .. changes]).State);
}
