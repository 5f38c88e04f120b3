using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Outcome;
using RegelLoket.Workflow;

namespace RegelLoket.Tests.Cases;

public sealed class WorkflowMarkTests
{
    private static readonly CaseChange[] ToTwoMinistries = [CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws, Ministry.Szw)];

    [Fact]
    public void After_Reported_TheCaseHasANewWorkflow() =>
        Assert.Equal([new WorkflowMark(null, 1, 1, true)], MarksOf(CaseFiles.Reported()));

    [Fact]
    public void After_Escalation_EachMinistryHasANewWorkflowAndTheCaseIsLetBe() => Assert.Equal(
        [new WorkflowMark(null, 1, 1, true), new WorkflowMark(Ministry.Vws, 2, 2, true), new WorkflowMark(Ministry.Szw, 2, 2, true)],
        MarksOf(ToTwoMinistries));

    [Fact]
    public void After_AnAnswer_OnlyThatMinistryIsConcernedAndIsNoLongerExpected() => Assert.Equal(
        [new WorkflowMark(null, 1, 1, true), new WorkflowMark(Ministry.Vws, 2, 3, false), new WorkflowMark(Ministry.Szw, 2, 2, true)],
        MarksOf([.. ToTwoMinistries, new MinistryAnswered(Ministry.Vws, Late: false)]));

    [Theory]
    [InlineData("verzonden", 2)]
    [InlineData("afgeleverd", 2)]
    [InlineData("teruggekomen", 3)]
    [InlineData("geweigerd", 3)]
    public void After_AMailToAMinistry_ItIsConcernedOnlyWhenTheMailCameBack(string state, int newest) =>
        Assert.Equal(newest, NewestOf(Ministry.Vws, [.. ToTwoMinistries, CaseFiles.Mail(state, Ministry.Vws)]));

    [Fact]
    public void After_TheCaseEndsAndGoesOn_OpenRequestsAreConcernedBothTimes()
    {
        CaseChange[] merged = [.. ToTwoMinistries, new MinistryAnswered(Ministry.Szw, Late: false),
            new CaseMerged(CaseNumber.Parse("RR-2026-7KQ4N"))];
        CaseChange[] splitOff = [.. merged, new CaseSplitOff(CaseNumber.Parse("RR-2026-7KQ4N")) { DueOn = CaseFiles.Due }];

        Assert.Equal(
            [new WorkflowMark(null, 1, 4, false), new WorkflowMark(Ministry.Vws, 2, 4, false),
                new WorkflowMark(Ministry.Szw, 2, 3, false)], MarksOf(merged));
        Assert.Equal(
            [new WorkflowMark(null, 1, 5, true), new WorkflowMark(Ministry.Vws, 2, 5, true), new WorkflowMark(Ministry.Szw, 2, 3, false)],
            MarksOf(splitOff));
    }

    [Fact]
    public void After_AMinistryIsAskedAgain_ItsWorkflowGoesOn() => Assert.Equal(
        new WorkflowMark(Ministry.Vws, 2, 5, true),
        MarksOf(
            [.. ToTwoMinistries, new MinistryAnswered(Ministry.Vws, false), new MinistryAnswered(Ministry.Szw, false),
                CaseFiles.Escalated(Ministry.Vws)])[1]);

    [Fact]
    public void After_Closed_TheWorkflowIsExpectedUntilBothQuestionsWereAsked()
    {
        CaseChange[] closed = [CaseFiles.Reported(), CaseFiles.Outcome(), new CaseClosed()];

        Assert.True(CaseFiles.Of(closed).State.Workflows[0].IsExpected);
        Assert.True(CaseFiles.Of([.. closed, new EffectAsked(EffectMoment.ThreeMonths)]).State.Workflows[0].IsExpected);
        Assert.False(CaseFiles.Of([.. closed, new EffectAsked(EffectMoment.SixMonths)]).State.Workflows[0].IsExpected);
    }

    /// <summary>The answer to the question after six months is one of them: the workflow has ended by then.</summary>
    [Fact]
    public void After_AnyEventThatRevivesACase_ItsWorkflowIsConcerned()
    {
        CaseChange[][] ended =
        [
            [CaseFiles.Reported(), CaseFiles.Outcome(), new CaseClosed(), new EffectAsked(EffectMoment.SixMonths)],
            [CaseFiles.Reported(), new CaseMerged(CaseNumber.Parse("RR-2026-7KQ4N"))],
            [CaseFiles.Reported(), new CaseWithdrawn()],
        ];
        var revived = 0;
        foreach (var life in ended)
        {
            Assert.True(CaseFiles.Of(life).State.HasRunItsCourse);
            foreach (var change in EveryChange.All.Where(change => IsPossible(life, change)))
            {
                var after = CaseFiles.Of([.. life, change]).State;
                if (!after.HasRunItsCourse)
                {
                    revived++;
                    Assert.True(after.Workflows[0] is { IsExpected: true } mark && mark.Newest == after.Version,
                        $"{change.GetType().Name} revives the case, and its workflow is not started.");
                }
            }
        }

        Assert.True(revived > 6);
    }

    [Theory]
    [InlineData("outcome.2", 30, true)]
    [InlineData("outcome.2.opnieuw-1", 30, true)]
    [InlineData("outcome.2", 1, false)]
    [InlineData("receipt.1", 30, false)]
    public void After_NewsOfTheMailWithTheOutcome_ConcernsACaseThatWaitsForNothingElse(string key, int afterDays, bool concerns)
    {
        CaseChange[] life = [CaseFiles.Reported(), CaseFiles.Outcome(), .. Enumerable.Repeat(new NoteAdded(), afterDays),
            CaseFiles.Mail("afgehandeld") with { Key = key }];

        Assert.Equal(concerns ? life.Length : 2, NewestOf(null, life));
    }

    [Theory]
    [InlineData(EffectNoticed.No)]
    [InlineData(EffectNoticed.Yes)]
    public void After_AnAnswerThatMakesAMajorityNoticeNothing_ConcernsTheCaseWhateverItSays(EffectNoticed last)
    {
        CaseChange[] life =
        [
            CaseFiles.Reported(), CaseFiles.Outcome(), new SharingDeclined(NotSharedReason.OnlyHere), new CaseClosed(),
            CaseFiles.Joined(1), CaseFiles.Joined(2), CaseFiles.Joined(3), new EffectAsked(EffectMoment.ThreeMonths),
            Answer(1, EffectNoticed.No), Answer(2, EffectNoticed.No), Answer(3, last),
        ];

        Assert.Equal(8, NewestOf(null, life[..^1]));
        Assert.Equal(life.Length, NewestOf(null, life));
    }

    private static FollowerEffectAnswered Answer(int follower, EffectNoticed noticed) =>
        new() { Follower = follower, Moment = EffectMoment.ThreeMonths, Noticed = noticed };

    /// <summary>Some changes need what an earlier event made, such as a request or an experiment.</summary>
    private static bool IsPossible(CaseChange[] life, CaseChange change)
    {
        try
        {
            return CaseFiles.Of([.. life, change]).State.Version > 0;
        }
        catch (Exception impossible) when (impossible is InvalidOperationException or NullReferenceException)
        {
            return false;
        }
    }

    /// <summary>What keeps the marks true: no event may give the workflow of the case something to do without concerning it.</summary>
    [Fact]
    public void After_EachEventOfALongLife_TheCaseIsConcernedWhereverItsPlanChanges()
    {
        CaseChange[] life =
        [
            CaseFiles.Reported(), new CaseAssigned { From = null, To = "Ans" },
            new ReportSplit { Parts = [CaseNumber.Parse("RR-2026-7KQ4P")], DueOn = CaseFiles.Due }, new ReportSplitUndone(3),
            new MailRecorded { Key = "parts.3", Kind = "melding-gesplitst", State = "verzonden" }, new ReporterAsked(),
            new ReporterSilent(), new ReporterReplied { DueOn = CaseFiles.Due }, new NoteAdded(),
            new NewDayPromised(CaseFiles.Due.AddDays(9), DelayReason.LookingInto), new ReporterWrittenTo(), new DeskMessageRead(),
            CaseFiles.Escalated(Ministry.Vws), CaseFiles.Mail("verzonden", Ministry.Vws), new MinistryAnswered(Ministry.Vws, Late: false),
            CaseFiles.Outcome(), new ReporterTermRenewed(16, CaseFiles.Due.AddDays(1)),
            new OtherCaseMerged(CaseNumber.Parse("RR-2026-7KQ4P")),
            new OutcomeDisputed { DueOn = CaseFiles.Due }, new DisputeSettled(), Draft(1),
            new PublicationApproved(1), new PublicationAgreed(1),
            new CasePublished(1), Draft(2), new PublicationApproved(2), new PublicationObjected(2, CaseFiles.Due),
            new PublicationWithdrawn(), Draft(3), new SharingDeclined(NotSharedReason.OnlyHere), new CaseClosed(),
            new EffectAsked(EffectMoment.ThreeMonths),
            new EffectAnswered { Moment = EffectMoment.ThreeMonths, Noticed = EffectNoticed.No, DueOn = CaseFiles.Due },
            new CaseReopened { DueOn = CaseFiles.Due }, CaseFiles.Outcome(), new SharingDeclined(NotSharedReason.Other),
            new CaseClosed(), new EffectAsked(EffectMoment.SixMonths),
            new EffectAnswered { Moment = EffectMoment.SixMonths, Noticed = EffectNoticed.Yes },
            new CaseMerged(CaseNumber.Parse("RR-2026-7KQ4N")), new ReporterReplied(),
            new CaseSplitOff(CaseNumber.Parse("RR-2026-7KQ4N")) { DueOn = CaseFiles.Due }, new CaseWithdrawn(),
        ];

        for (var version = 2; version <= life.Length; version++)
        {
            var (before, after) = (CaseFiles.Of(life[..(version - 1)]), CaseFiles.Of(life[..version]));
            if (ChangesPlan(before, after))
            {
                Assert.True(after.State.Workflows[0].Newest == version, $"{after.Events[^1].What.GetType().Name} changes the plan "
                    + "of the case, which is not told of it.");
            }
        }
    }

    private static bool ChangesPlan(CaseFile before, CaseFile after) =>
        CaseFlow.MailsFor(after.Events[^1], after).Any() || before.State.HasRunItsCourse != after.State.HasRunItsCourse
        || Enumerable.Range(0, 300).Select(WorkingDays.DayOf(CaseFiles.ReportedAt).AddDays).Any(day =>
            AfterOutcome.MayClose(before.State, day) != AfterOutcome.MayClose(after.State, day)
            || EffectTally.Reopens(before.State) != EffectTally.Reopens(after.State)
            || AfterOutcome.EffectToAsk(before.State, day) != AfterOutcome.EffectToAsk(after.State, day)
            || (Promises.EndOf(after.State) is { } end && end != Promises.EndOf(before.State))
            || AfterOutcome.NextDay(before.State, day) != AfterOutcome.NextDay(after.State, day));

    private static List<WorkflowMark> MarksOf(params CaseChange[] changes) => [.. CaseFiles.Of(changes).State.Workflows];

    private static int NewestOf(Ministry? ministry, CaseChange[] changes) => MarksOf(changes).Single(w => w.Ministry == ministry).Newest;

    private static PublicationDrafted Draft(int version) =>
        new()
        {
            Version = version,
            Themes = [],
            Branche = Branche.Ouderenzorg,
            ReviewBefore = CaseFiles.Due.AddYears(1),
            ObjectBefore = CaseFiles.Due
        };
}
