using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.ContextAnalysis.CaseLinks;
using RegelLoket.Tests.Cases;
using RegelLoket.Workflow;

namespace RegelLoket.Tests.ContextAnalysis;

/// <summary>
/// Merged, split, withdrawn, erased and reopened cases in every combination (case 9): whatever two things befall them, and in whatever
/// order, both cases go on, or are handled within one that can answer for them.
/// </summary>
public sealed class MergeRulesTests
{
    private static readonly CaseNumber Main = CaseNumber.Parse("RR-2026-7KQ4M");
    private static readonly CaseNumber Merged = CaseNumber.Parse("RR-2026-7KQ4N");
    private static readonly CaseNumber Third = CaseNumber.Parse("RR-2026-7KQ4P");
    private static readonly MergeRules Rules = new(new WorkingDays(new WorkingDayOptions()), new StepTerms());

    /// <summary>What can happen to a main case and the one merged into it; each returns nothing when the case does not allow it.</summary>
    private static readonly Dictionary<string, Action<Desk>> Happenings = new()
    {
        ["main withdrawn"] = desk => desk.Take(Main, CaseStep.Withdraw, new CaseWithdrawn()),
        ["main concluded"] = desk => desk.Take(Main, CaseStep.DetermineOutcome, CaseFiles.Outcome()),
        ["main concluded and reopened"] = desk =>
        {
            desk.Take(Main, CaseStep.DetermineOutcome, CaseFiles.Outcome());
            desk.Take(Main, CaseStep.Reopen, new CaseReopened { DueOn = CaseFiles.Due });
        },
        ["main concluded and closed"] = desk =>
        {
            desk.Take(Main, CaseStep.DetermineOutcome, CaseFiles.Outcome());
            desk.Take(Main, CaseStep.DeclineSharing, new SharingDeclined(NotSharedReason.OnlyHere));
            desk.Take(Main, CaseStep.Close, new CaseClosed());
        },
        ["main merged elsewhere"] = desk => desk.Take(Main, CaseStep.Merge, new CaseMerged(Third)),
        ["main erased"] = desk => desk.Append(Main, new DataErased { What = ErasedData.Texts, Ground = ErasureGround.Request }),
        ["merged withdrawn"] = desk => desk.Take(Merged, CaseStep.Withdraw, new CaseWithdrawn()),
        ["merged erased"] = desk => desk.Append(Merged, new DataErased { What = ErasedData.Texts, Ground = ErasureGround.Request }),
        ["merged split off"] = desk =>
        {
            if (desk[Merged].State.MergedInto is not null)
            {
                desk.Append(Merged, Rules.SplitOff(desk[Merged].State, SplitOffReason.OtherBottleneck, Desk.Today));
            }
        },
        ["merged again"] = desk => desk.Take(Merged, CaseStep.Merge, new CaseMerged(Main)),
        ["main merged into the merged one"] = desk => desk.Take(Main, CaseStep.Merge, new CaseMerged(Merged)),
    };

    public static TheoryData<string, string> Pairs => EveryPair.Of(Happenings.Keys);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Case09_AnyTwoThings_NoCaseIsStuck(string first, string second)
    {
        // The repairs come after each of them, or only after both, as when the workflows were away.
        foreach (var repairsBetween in new[] { true, false })
        {
            var desk = Desk.WithAMergedCase();
            Happenings[first](desk);
            if (repairsBetween)
            {
                desk.Repair();
            }

            Happenings[second](desk);
            desk.Repair();

            desk.AssertNobodyIsStuck();
        }
    }

    [Fact]
    public void Case09_TheMainReporterWithdraws_TheOtherGoesOnFromWhereItWasAndIsTold()
    {
        var desk = Desk.WithAMergedCase();

        Happenings["main withdrawn"](desk);
        desk.Repair();

        var state = desk[Merged].State;
        Assert.Equal((CaseStatus.Received, null), (state.Status, state.MergedInto));
        Assert.Equal(SplitOffReason.MainCaseStopped, Assert.IsType<CaseSplitOff>(desk[Merged].Events[^1].What).Because);
        Assert.Contains(CaseFlow.MailsFor(desk[Merged].Events[^1], desk[Merged]), mail => mail.Kind == MailKind.SplitOffToReporter);
        Assert.Empty(desk[Main].State.MergedCases);
    }

    [Theory]
    [InlineData(CaseStatus.Closed, SplitOffReason.MainCaseEnded)]
    [InlineData(CaseStatus.Shared, SplitOffReason.MainCaseEnded)]
    [InlineData(CaseStatus.Withdrawn, SplitOffReason.MainCaseStopped)]
    [InlineData(CaseStatus.Merged, SplitOffReason.MainCaseStopped)]
    public void WhyNoMainCase_OneThatIsOver_SaysWhetherItCameToItsEnd(CaseStatus status, SplitOffReason because) =>
        Assert.Equal(because, MergeRules.WhyNoMainCase(new CaseState { Number = Main, Status = status }));

    [Fact]
    public void Case09_TheMainCaseIsReopened_TheOtherGoesOnByItself()
    {
        var desk = Desk.WithAMergedCase();

        Happenings["main concluded and reopened"](desk);
        desk.Repair();

        Assert.True(desk[Merged].State.IsOpen);
        Assert.Equal(SplitOffReason.MainCaseReopened, Assert.IsType<CaseSplitOff>(desk[Merged].Events[^1].What).Because);
        Assert.True(desk[Main].State.IsOpen);
    }

    [Fact]
    public void Case09_TwoCasesMergedIntoEachOther_BothStreamsHeal()
    {
        var desk = new Desk();
        desk.Append(Main, new CaseMerged(Merged));
        desk.Append(Merged, new CaseMerged(Main));

        desk.Repair();

        desk.AssertNobodyIsStuck();
        Assert.Contains(new[] { Main, Merged }, number => desk[number].State.IsOpen);
    }

    [Fact]
    public void Case09_AMergeThatWasCutOff_IsFinished()
    {
        var desk = new Desk();
        desk.Append(Merged, new CaseMerged(Main));

        desk.Repair();

        Assert.Equal(Merged, Assert.Single(desk[Main].State.MergedCases));
        Assert.Equal(CaseStatus.Merged, desk[Merged].State.Status);
    }

    [Theory]
    [InlineData(0, "2026-12-07")]
    [InlineData(7, "2026-12-14")]
    [InlineData(30, "2027-01-08")]
    public void SplitOff_AfterSoManyDays_TheTermStoodStill(int days, string due)
    {
        var merged = CaseFiles.Of(CaseFiles.Reported(), new CaseMerged(Main)).State;

        var split = Rules.SplitOff(merged, SplitOffReason.OtherBottleneck, merged.MergedOn!.Value.AddDays(days));

        Assert.Equal(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), split.DueOn);
    }

    [Fact]
    public void SplitOff_WhileTheReporterIsAsked_TheTermWaitsForTheReply()
    {
        var merged = CaseFiles.Of(CaseFiles.Reported(), new ReporterAsked(), new CaseMerged(Main)).State;

        Assert.Equal(CaseFiles.Due, Rules.SplitOff(merged, SplitOffReason.OtherBottleneck, CaseFiles.Due.AddDays(30)).DueOn);
    }

    /// <summary>A question may wait for its answer when the case is merged; the reporter can still give it.</summary>
    [Fact]
    public void SplitOff_AfterTheReporterAnsweredWithin_GoesOnAndTheTermStoodStillOnce()
    {
        var merged = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.AssignedTo("Bea"), new ReporterAsked(), new CaseMerged(Main),
            new ReporterReplied { DueOn = CaseFiles.Due.AddDays(1) }).State;

        var split = Rules.SplitOff(merged, SplitOffReason.OtherBottleneck, merged.MergedOn!.Value.AddDays(7));
        var after = merged.After(CaseFiles.EventOf(split, 6));

        Assert.Equal((CaseStatus.Merged, CaseStatus.Analysing), (merged.Status, merged.StatusBeforeMerge));
        Assert.Equal((CaseStatus.Analysing, null, CaseFiles.Due.AddDays(8)), (after.Status, after.PausedOn, after.DueOn));
    }

    [Fact]
    public void SplitOff_AfterAMinistryAnsweredWhileTheReporterWasAsked_HasItsAnswers()
    {
        var merged = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws), new ReporterAsked(),
            new MinistryAnswered(Ministry.Vws, Late: false), new CaseMerged(Main), new ReporterReplied()).State;

        Assert.Equal(CaseStatus.AnswersIn, merged.StatusBeforeMerge);
    }

    /// <summary>Three cases and the repairs that their workflows do, without storage.</summary>
    private sealed class Desk
    {
        private readonly Dictionary<CaseNumber, CaseFile> cases = new[] { Main, Merged, Third }
            .ToDictionary(number => number, number => CaseFiles.Of(CaseFiles.Reported()) with { State = Started(number) });

        public static DateOnly Today => CaseFiles.Due.AddDays(-3);

        public CaseFile this[CaseNumber number] => cases[number];

        /// <summary>The second case within the first, which is ready for its outcome.</summary>
        public static Desk WithAMergedCase()
        {
            var desk = new Desk();
            desk.Append(Main, new StatementApproved { Version = 1, DueOn = CaseFiles.Due });
            desk.Append(Merged, new CaseMerged(Main));
            desk.Repair();
            return desk;
        }

        public void Take(CaseNumber number, CaseStep step, CaseChange change)
        {
            if (CaseRules.Allows(this[number].State, step))
            {
                Append(number, change);
            }
        }

        public void Append(CaseNumber number, CaseChange change)
        {
            var file = cases[number];
            var e = CaseFiles.EventOf(change, file.Events.Count + 1);
            var after = file.State.After(e);
            if (file.State.HasRunItsCourse && !after.HasRunItsCourse)
            {
                Assert.Equal(e.Number, after.Workflows[0].Newest);
            }

            cases[number] = file with { State = after, Events = [.. file.Events, e] };
        }

        /// <summary>What the workflow of each case does in its turn, until nothing is left.</summary>
        public void Repair()
        {
            for (var turns = 0; turns < 20; turns++)
            {
                if (cases.Values.SelectMany(OfFile).FirstOrDefault() is not { } repair)
                {
                    return;
                }

                Append(repair.Number, repair.Change);
            }

            Assert.Fail("The repairs do not come to an end.");
        }

        public void AssertNobodyIsStuck()
        {
            foreach (var state in cases.Values.Select(file => file.State))
            {
                Assert.Empty(state.CasesToSplitOff);
                Assert.All(state.MergedCases, number => Assert.Equal(state.Number, cases[number].State.MergedInto));
                Assert.Equal(!state.HasRunItsCourse, state.Workflows[0].IsExpected);
                if (state.Status == CaseStatus.Merged)
                {
                    var main = cases[state.MergedInto!.Value].State;
                    Assert.Contains(state.Number, main.MergedCases);
                    Assert.True(main.Status is not (CaseStatus.Merged or CaseStatus.Withdrawn));
                }
                else
                {
                    Assert.Null(state.MergedInto);
                    Assert.Equal(state.IsOpen, state.DueOn is not null);
                }
            }
        }

        private IEnumerable<MergeRepair> OfFile(CaseFile file)
        {
            var pairs = file.State.CasesToSplitOff.Select(merged => (Merged: merged, Main: file.Number));
            if (MergeRules.MainOf(file) is { } main)
            {
                pairs = pairs.Prepend((file.Number, main));
            }

            return pairs.Select(pair => Rules.OfMerged(cases[pair.Merged], cases[pair.Main].State, Today)).OfType<MergeRepair>();
        }

        private static CaseState Started(CaseNumber number) =>
            new CaseState { Number = number }.After(CaseFiles.EventOf(CaseFiles.Reported(), 1));
    }
}
