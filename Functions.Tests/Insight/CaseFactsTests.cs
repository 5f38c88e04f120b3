using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Insight;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Insight;

/// <summary>What the figures take from a case: each report has one place in them, and each step its first day.</summary>
public sealed class CaseFactsTests
{
    /// <summary>Changes after the report, and where the case then counts.</summary>
    public static TheoryData<CaseCategory, CaseChange[]> Categories => new()
    {
        { CaseCategory.Open, [] },
        { CaseCategory.Open, [CaseFiles.AssignedTo("Ans"), CaseFiles.Escalated(Ministry.Vws)] },
        { CaseCategory.Decided, [CaseFiles.Outcome()] },
        { CaseCategory.Decided, [CaseFiles.Outcome(), new CaseClosed()] },
        { CaseCategory.Open, [CaseFiles.Outcome(), new CaseReopened { DueOn = CaseFiles.Due }] },
        { CaseCategory.Withdrawn, [new CaseWithdrawn()] },
        { CaseCategory.Withdrawn, [CaseFiles.AssignedTo("Ans"), new ReporterAsked(), new CaseClosedUnanswered()] },
        { CaseCategory.Merged, [new CaseMerged(CaseNumber.Parse("RR-2026-7KQ4N"))] },
    };

    [Theory]
    [MemberData(nameof(Categories))]
    public void Of_Case_HasOneCategory(CaseCategory category, CaseChange[] changes)
    {
        var facts = Of(changes);

        Assert.Equal(category, facts.Category);
        Assert.Equal(category == CaseCategory.Decided ? OutcomeKind.HetKanAl : null, facts.Outcome);
    }

    /// <summary>Changes after the report, and what became of sharing.</summary>
    public static TheoryData<SharingStand?, CaseChange[]> Sharing => new()
    {
        { null, [] },
        { SharingStand.ToShare, [CaseFiles.Outcome()] },
        { SharingStand.ToShare, [CaseFiles.Outcome(), CaseFiles.Drafted()] },
        { SharingStand.Declined, [CaseFiles.Outcome(), new SharingDeclined(NotSharedReason.OnlyHere), new CaseClosed()] },
        { SharingStand.Shared, [CaseFiles.Outcome(), CaseFiles.Drafted(), new CasePublished(1)] },
        { SharingStand.Withdrawn, [CaseFiles.Outcome(), CaseFiles.Drafted(), new CasePublished(1), new PublicationWithdrawn()] },
        { SharingStand.Unsaid, [CaseFiles.Outcome(), new CaseClosed()] },
        { null, [CaseFiles.Outcome(), CaseFiles.Drafted(), new CasePublished(1), new CaseReopened { DueOn = CaseFiles.Due }] },
    };

    [Theory]
    [MemberData(nameof(Sharing))]
    public void Of_Case_SaysWhatBecameOfSharing(SharingStand? stand, CaseChange[] changes)
    {
        var facts = Of(changes);

        Assert.Equal(stand, facts.Sharing);
        Assert.Equal(stand == SharingStand.Declined ? NotSharedReason.OnlyHere : null, facts.NotShared);
    }

    [Fact]
    public void Reached_StepThatWasTakenTwice_HasTheFirstDay()
    {
        var facts = Of(Analysed("Wet A"), Analysed("Wet B"), CaseFiles.Escalated(Ministry.Vws), CaseFiles.Outcome());

        Assert.Equal(
            [(Milestone.Analysed, 1), (Milestone.Escalated, 3), (Milestone.Decided, 4)],
            facts.Reached.OrderBy(step => step.Key).Select(step => (step.Key, DaysAfterReport(step.Value))));
        Assert.Equal("Wet B", facts.Rule);
    }

    [Fact]
    public void Rule_OfTheOutcome_CountsBeforeThatOfTheAnalysis() => Assert.Equal("Wet C", Of(
        Analysed("Wet A"), CaseFiles.Outcome() with { Rule = new RuleReference(null, "Wet C", null, null) }).Rule);

    [Fact]
    public void Turns_AnswerThatCameByMail_CountsFromTheMail()
    {
        var turns = Of(
            CaseFiles.Escalated(Ministry.Vws, Ministry.Ocw), new MinistryMailed(Ministry.Vws, "hash", IsProven: true),
            new NoteAdded(), new MinistryAnswered(Ministry.Vws, Late: false) { Mail = 3 },
            new MinistryNotOurs(Ministry.Ocw)).Turns;

        Assert.Equal([2, 5], turns.Select(turn => DaysAfterReport(turn.EndedOn!.Value)));
        Assert.Equal([TurnState.Answered, TurnState.Explained], turns.Select(turn => turn.On(CaseFiles.Due.AddYears(1))));
    }

    [Theory]
    [InlineData(0, TurnState.Waiting)]
    [InlineData(1, TurnState.Silent)]
    public void Turns_WithoutAnAnswer_AreSilentAfterTheirTerm(int days, TurnState expected) =>
        Assert.Equal(expected, Assert.Single(Of(CaseFiles.Escalated(Ministry.Vws)).Turns).On(CaseFiles.Due.AddDays(days)));

    [Fact]
    public void Turns_WhileTheDeskIsToMove_Wait() => Assert.Equal(TurnState.Waiting, Assert.Single(
        Of(CaseFiles.Escalated(Ministry.Vws), new MinistryAskedBack(Ministry.Vws)).Turns).On(CaseFiles.Due.AddDays(9)));

    [Fact]
    public void Turns_OfACaseThatEndedBeforeTheirTerm_NeedNoAnswer() => Assert.Equal(TurnState.Dropped, Assert.Single(
        Of(CaseFiles.Escalated(Ministry.Vws), new CaseWithdrawn()).Turns).On(CaseFiles.Due.AddDays(9)));

    private static ContextAnalysed Analysed(string rule) =>
        new() { Source = RuleSource.Wet, Rules = [new(null, rule, null, null)], Ministries = [], DueOn = CaseFiles.Due };

    private static CaseFacts Of(params CaseChange[] changes) => CaseFacts.Of(CaseFiles.Of([CaseFiles.Reported(), .. changes]));

    private static int DaysAfterReport(DateOnly day) => day.DayNumber - WorkingDays.DayOf(CaseFiles.ReportedAt).DayNumber;
}
