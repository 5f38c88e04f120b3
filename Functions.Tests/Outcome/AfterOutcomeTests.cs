using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Outcome;

namespace RegelLoket.Tests.Outcome;

public sealed class AfterOutcomeTests
{
    private static readonly DateTimeOffset Decided = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Before = new(2026, 12, 7);
    private static readonly SharingDeclined Declined = new(NotSharedReason.OnlyHere);
    private static readonly Actor Analyst = new(ActorRole.Analyst, "Ans Analist");

    [Fact]
    public void MayClose_TermOverAndNobodyDecidedOnSharing_StaysOpen()
    {
        var state = AfterDecision();

        Assert.False(AfterOutcome.MayClose(state, Before.AddDays(300)));
        Assert.False(state.IsSharingSettled);
    }

    [Fact]
    public void MayClose_NotShared_ClosesOnceTheTermIsOver()
    {
        var declined = Then(AfterDecision(), Declined);

        Assert.False(AfterOutcome.MayClose(declined, Before));
        Assert.True(AfterOutcome.MayClose(declined, Before.AddDays(1)));
        Assert.Equal(CaseStatus.Closed, Then(declined, new CaseClosed()).Status);
    }

    [Fact]
    public void MayClose_TextWithdrawnBeforeItWasShared_WaitsForADecision()
    {
        var withdrawn = Then(Then(AfterDecision(), Draft()), new PublicationWithdrawn());

        Assert.False(AfterOutcome.MayClose(withdrawn, Before.AddDays(30)));
        Assert.True(AfterOutcome.MayClose(Then(withdrawn, Declined), Before.AddDays(30)));
    }

    [Fact]
    public void MayClose_ReporterRefusesTheText_WaitsUntilAColleagueAgrees()
    {
        var refused = Then(Then(AfterDecision(), Draft()), new PublicationObjected(1, Before));

        Assert.False(AfterOutcome.MayClose(refused, Before.AddDays(30)));
        var declined = Then(refused, new SharingDeclined(NotSharedReason.ReporterRefuses));
        Assert.True(AfterOutcome.MayClose(declined, Before.AddDays(30)));
        Assert.False(declined.Publication!.IsUnderWay || declined.Publication.IsObjectedTo);
    }

    [Fact]
    public void MayClose_SharedOutcomeThatWasDisputed_ClosesAgainOnceItIsAnswered()
    {
        var shared = Then(Then(AfterDecision(), Draft()), new CasePublished(1));
        var settled = Then(Then(shared, new OutcomeDisputed { DueOn = Before }), new DisputeSettled());

        Assert.True(AfterOutcome.MayClose(settled, Before.AddDays(30)));
        Assert.Equal(CaseStatus.Shared, Then(settled, new CaseClosed()).Status);
    }

    [Fact]
    public void SharingDeclined_ThenWrittenAfterAll_IsUndecidedAgain()
    {
        var closed = Then(Then(AfterDecision(), Declined), new CaseClosed());

        var drafted = Then(closed, Draft());

        Assert.Null(drafted.NotShared);
        Assert.Equal((CaseStatus.OutcomeKnown, true), (drafted.Status, drafted.Publication!.IsUnderWay));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SharingDeclined_OfBeforeANewOutcome_DoesNotCountForIt(bool byReopening)
    {
        var declined = Then(AfterDecision(), Declined);
        var before = byReopening ? Then(declined, new CaseReopened { DueOn = Before }) : declined;

        var again = Then(before, new OutcomeDetermined { Outcome = OutcomeKind.HetKanAl, DueOn = Before });

        Assert.Null(again.NotShared);
        Assert.False(AfterOutcome.MayClose(again, Before.AddDays(30)));
    }

    [Fact]
    public void MayClose_DisputedOutcome_StaysOpenUntilAnswered()
    {
        var disputed = Then(AfterDecision(), new OutcomeDisputed { DueOn = Before });

        Assert.False(AfterOutcome.MayClose(disputed, Before.AddDays(30)));
        Assert.True(AfterOutcome.MayClose(Then(Then(disputed, new DisputeSettled()), Declined), Before.AddDays(30)));
    }

    [Theory]
    [InlineData("2026-12-02", "2026-12-07")]
    [InlineData("2026-12-20T23:30Z", "2026-12-21")]
    public void DisputeSettled_OfBefore_IsDueOnTheDutchDayOrAtTheEndOfTheTerm(string at, string due)
    {
        var disputed = Then(AfterDecision(), new OutcomeDisputed { DueOn = Before });
        var settled = disputed.After(new CaseEvent
        {
            Number = 3,
            At = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture),
            By = Analyst,
            What = new DisputeSettled(),
        });

        Assert.Equal(DateOnly.Parse(due, CultureInfo.InvariantCulture), settled.DueOn);
    }

    [Fact]
    public void DisputeSettled_WhileAPublicTextWaits_LeavesTheDeskItsTerm() => Assert.Equal(
        Before.AddDays(14),
        Then(Then(AfterDecision(), new OutcomeDisputed { DueOn = Before }), new DisputeSettled { DueOn = Before.AddDays(14) }).DueOn);

    [Fact]
    public void MayClose_PublicTextUnderWay_Waits()
    {
        var drafted = Then(AfterDecision(), Draft());

        Assert.False(AfterOutcome.MayClose(drafted, Before.AddDays(30)));
    }

    [Fact]
    public void MayClose_ObjectionToANewVersionWhileAnOlderOneIsPublic_Waits()
    {
        var shared = Then(Then(AfterDecision(), Draft()), new CasePublished(1));
        var objected = Then(Then(shared, Draft(2)), new PublicationObjected(2, Before));

        Assert.True(objected.Publication!.IsPublic);
        Assert.False(AfterOutcome.MayClose(objected, Before.AddDays(30)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void MayClose_PublicTextOfBeforeAReopening_NeitherWaitsNorCounts(bool objectedTo)
    {
        var drafted = Then(AfterDecision(), Draft());
        var reopened = Then(objectedTo ? Then(drafted, new PublicationObjected(1, Before)) : drafted, new CaseReopened { DueOn = Before });
        var again = Then(reopened, new OutcomeDetermined { Outcome = OutcomeKind.HetKanAl, DueOn = Before });

        Assert.False(again.Publication!.IsUnderWay);
        Assert.False(AfterOutcome.MayClose(again, Before.AddDays(30)));
        Assert.True(AfterOutcome.MayClose(Then(again, Declined), Before.AddDays(30)));
        Assert.False(AfterOutcome.MayClose(Then(again, Draft(2)), Before.AddDays(30)));
    }

    [Fact]
    public void EffectToAsk_AfterAReopening_IsAskedOfTheNewOutcome()
    {
        var no = Then(Then(AfterDecision(), new EffectAsked(EffectMoment.ThreeMonths)),
            new EffectAnswered { Moment = EffectMoment.ThreeMonths, Noticed = EffectNoticed.No, DueOn = Before });
        var again = Then(Then(no, new CaseReopened { DueOn = Before }),
            new OutcomeDetermined { Outcome = OutcomeKind.HetKanAl, DueOn = Before });

        Assert.Empty(again.Effects);
        var due = AfterOutcome.DueOn(again.Outcome!, EffectMoment.ThreeMonths);
        Assert.Equal(EffectMoment.ThreeMonths, AfterOutcome.EffectToAsk(again, due));
    }

    [Fact]
    public void Dispute_OfAClosedCase_OpensItAgain()
    {
        var closed = Then(AfterDecision(), new CaseClosed());

        Assert.False(closed.IsOpen);
        Assert.True(Then(closed, new OutcomeDisputed { DueOn = Before }).IsOpen);
    }

    [Fact]
    public void EffectToAsk_EachMomentOnce_AndAMissedOneNotAnyMore()
    {
        var state = AfterDecision();

        Assert.Null(AfterOutcome.EffectToAsk(state, new DateOnly(2027, 2, 22)));
        Assert.Equal(EffectMoment.ThreeMonths, AfterOutcome.EffectToAsk(state, new DateOnly(2027, 2, 23)));
        var asked = Then(state, new EffectAsked(EffectMoment.ThreeMonths));
        Assert.Null(AfterOutcome.EffectToAsk(asked, new DateOnly(2027, 5, 22)));
        Assert.Equal(EffectMoment.SixMonths, AfterOutcome.EffectToAsk(asked, new DateOnly(2027, 5, 23)));
        Assert.Equal(EffectMoment.SixMonths, AfterOutcome.EffectToAsk(state, new DateOnly(2027, 5, 23)));
        Assert.Null(AfterOutcome.EffectToAsk(Then(state, new EffectAsked(EffectMoment.SixMonths)), new DateOnly(2028, 1, 1)));
    }

    [Fact]
    public void WhyNotAnswer_InTimeOnceAndTooLate_TellsWhy()
    {
        var asked = Then(AfterDecision(), new EffectAsked(EffectMoment.ThreeMonths));
        var last = AfterOutcome.AnswerBefore(asked.Effects[0].AskedAt);

        Assert.Contains("nog niet gesteld", AfterOutcome.WhyNotAnswer(asked, EffectMoment.SixMonths, last), StringComparison.Ordinal);
        Assert.Null(AfterOutcome.WhyNotAnswer(asked, EffectMoment.ThreeMonths, last));
        Assert.Contains("staat niet meer open", AfterOutcome.WhyNotAnswer(asked, EffectMoment.ThreeMonths, last.AddDays(1)),
            StringComparison.Ordinal);
        var answered = Then(asked, new EffectAnswered { Moment = EffectMoment.ThreeMonths, Noticed = EffectNoticed.Yes });
        Assert.Contains("al beantwoord", AfterOutcome.WhyNotAnswer(answered, EffectMoment.ThreeMonths, last), StringComparison.Ordinal);
    }

    [Fact]
    public void WhyNotAnswer_ByAnOrganisationThatJoined_IsForThoseWhoWereThereOnce()
    {
        var asked = Then(Then(AfterDecision(), new CaseJoined { Follower = 2, FollowCodeHash = "", KeyHash = "a" }),
            new EffectAsked(EffectMoment.ThreeMonths));
        var joinedLater = Then(asked, new CaseJoined { Follower = 3, FollowCodeHash = "", KeyHash = "b" });
        var day = AfterOutcome.AnswerBefore(asked.Effects[0].AskedAt);
        var answered = Then(
            joinedLater, new FollowerEffectAnswered { Follower = 2, Moment = EffectMoment.ThreeMonths, Noticed = EffectNoticed.Yes });

        Assert.Null(AfterOutcome.WhyNotAnswer(joinedLater, EffectMoment.ThreeMonths, day, follower: 2));
        Assert.Contains("niet aan jou", AfterOutcome.WhyNotAnswer(joinedLater, EffectMoment.ThreeMonths, day, follower: 3),
            StringComparison.Ordinal);
        Assert.Contains("al beantwoord", AfterOutcome.WhyNotAnswer(answered, EffectMoment.ThreeMonths, day, follower: 2),
            StringComparison.Ordinal);
        Assert.Null(AfterOutcome.WhyNotAnswer(answered, EffectMoment.ThreeMonths, day));
    }

    [Fact]
    public void WhyNotDispute_OnTheLastDayAndTheDayAfter_OpensAndCloses()
    {
        var state = AfterDecision();

        Assert.Null(AfterOutcome.WhyNotDispute(state, Before));
        Assert.Contains("voorbij", AfterOutcome.WhyNotDispute(state, Before.AddDays(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void NextDay_RunsFromTheTermToBothQuestionsAndEnds()
    {
        var state = AfterDecision();

        Assert.Equal(Before.AddDays(1), AfterOutcome.NextDay(state, new DateOnly(2026, 11, 23)));
        var closed = Then(state, new CaseClosed());
        Assert.Equal(new DateOnly(2027, 2, 23), AfterOutcome.NextDay(closed, Before.AddDays(1)));
        var asked = Then(closed, new EffectAsked(EffectMoment.ThreeMonths));
        Assert.Equal(new DateOnly(2027, 5, 23), AfterOutcome.NextDay(asked, new DateOnly(2027, 2, 23)));
        Assert.Null(AfterOutcome.NextDay(Then(asked, new EffectAsked(EffectMoment.SixMonths)), new DateOnly(2027, 5, 23)));
    }

    [Fact]
    public void EffectAnswered_No_IsATaskForTheDesk()
    {
        var closed = Then(Then(AfterDecision(), new CaseClosed()), new EffectAsked(EffectMoment.ThreeMonths));

        var yes = Then(closed, new EffectAnswered { Moment = EffectMoment.ThreeMonths, Noticed = EffectNoticed.Yes });
        var no = Then(closed, new EffectAnswered { Moment = EffectMoment.ThreeMonths, Noticed = EffectNoticed.No, DueOn = Before });

        Assert.False(yes.IsOpen);
        Assert.True(no.IsOpen);
        Assert.NotNull(no.Dispute);
        Assert.Equal(EffectNoticed.No, Assert.Single(no.Effects).Noticed);
    }

    [Fact]
    public void Reopened_CaseGoesBackToTheDecision()
    {
        var reopened = Then(AfterDecision(), new CaseReopened { DueOn = Before });

        Assert.Null(reopened.Outcome);
        Assert.True(CaseRules.Allows(reopened with { ApprovedVersion = 1, Status = CaseStatus.ReadyToDecide }, CaseStep.DetermineOutcome));
    }

    internal static CaseState AfterDecision(OutcomeKind kind = OutcomeKind.HetKanAl) =>
        Then(new CaseState { Number = CaseNumber.Parse("RR-2026-7KQ4M") }, new OutcomeDetermined { Outcome = kind, DueOn = Before });

    internal static PublicationDrafted Draft(int version = 1) => new()
    {
        Version = version,
        Themes = [Theme.WerkenNaarTalent],
        Branche = Branche.Ouderenzorg,
        ReviewBefore = new DateOnly(2027, 11, 23),
        ObjectBefore = Before,
    };

    internal static CaseState Then(CaseState state, CaseChange change, Actor? by = null) =>
        state.After(new CaseEvent { Number = state.Version + 1, At = Decided.AddDays(state.Version), By = by ?? Analyst, What = change });
}
