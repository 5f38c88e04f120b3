using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.ContextAnalysis.CaseLinks;
using RegelLoket.ContextAnalysis.Splitting;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.ContextAnalysis.Splitting;

/// <summary>
/// Split, merged, withdrawn, erased and reopened cases in every combination: whatever two things befall a report and its
/// part, and in whatever order, each of them goes on, is over, or is handled within a case that can answer for it.
/// </summary>
public sealed class SplitPairsTests
{
    private static readonly CaseNumber Origin = CaseNumber.Parse("RR-2026-7KQ4M");
    private static readonly CaseNumber Part = CaseNumber.Parse("RR-2026-7KQ4N");
    private static readonly CaseNumber Third = CaseNumber.Parse("RR-2026-7KQ4P");
    private static readonly CaseNumber Later = CaseNumber.Parse("RR-2026-7KQ4Q");
    private static readonly DateOnly Today = CaseFiles.Due.AddDays(-3);
    private static readonly MergeRules Merges = new(new WorkingDays(new WorkingDayOptions()), new StepTerms());

    /// <summary>What can happen to a report, its part and a case beside them; nothing where the rules do not allow it.</summary>
    private static readonly Dictionary<string, Action<Desk>> Happenings = new()
    {
        ["origin withdrawn"] = desk => desk.Take(Origin, CaseStep.Withdraw, new CaseWithdrawn()),
        ["origin analysed"] = desk => desk.Take(Origin, CaseStep.AnalyseContext, Analysed),
        ["origin concluded"] = desk => desk.Conclude(Origin),
        ["origin concluded and reopened"] = desk =>
        {
            desk.Conclude(Origin);
            desk.Take(Origin, CaseStep.Reopen, new CaseReopened { DueOn = CaseFiles.Due });
        },
        ["origin concluded and not shared"] = desk =>
        {
            desk.Conclude(Origin);
            desk.Take(Origin, CaseStep.DeclineSharing, new SharingDeclined(NotSharedReason.OnlyHere));
        },
        ["origin merged into a third"] = desk => desk.Merge(Origin, Third),
        ["origin merged into its part"] = desk => desk.Merge(Origin, Part),
        ["origin erased"] = desk => desk.Append(Origin, new DataErased { What = ErasedData.Texts, Ground = ErasureGround.Request }),
        ["part withdrawn"] = desk => desk.Take(Part, CaseStep.Withdraw, new CaseWithdrawn()),
        ["part analysed"] = desk => desk.Take(Part, CaseStep.AnalyseContext, Analysed),
        ["part concluded"] = desk => desk.Conclude(Part),
        ["part concluded and reopened"] = desk =>
        {
            desk.Conclude(Part);
            desk.Take(Part, CaseStep.Reopen, new CaseReopened { DueOn = CaseFiles.Due });
        },
        ["part concluded and not shared"] = desk =>
        {
            desk.Conclude(Part);
            desk.Take(Part, CaseStep.DeclineSharing, new SharingDeclined(NotSharedReason.OnlyHere));
        },
        ["part merged into its origin"] = desk => desk.Merge(Part, Origin),
        ["part merged into a third"] = desk => desk.Merge(Part, Third),
        ["part erased"] = desk => desk.Append(Part, new DataErased { What = ErasedData.Texts, Ground = ErasureGround.Request }),
        ["a third merged into the origin"] = desk => desk.Merge(Third, Origin),
        ["a third merged into the part"] = desk => desk.Merge(Third, Part),
        ["merges undone"] = desk => desk.SplitOffAll(),
        ["split undone"] = desk => desk.Undo(),
        ["split again"] = desk => desk.Split(Later),
    };

    private static ContextAnalysed Analysed =>
        new() { Source = RuleSource.Wet, Rules = [], Ministries = [], DueOn = CaseFiles.Due };

    public static TheoryData<string, string> Pairs => EveryPair.Of(Happenings.Keys);

    /// <summary>
    /// The repairs come after each of them, or only after both, as when the workflows were away; and the part was made before, or not yet.
    /// </summary>
    [Theory]
    [MemberData(nameof(Pairs))]
    public void AnyTwoThings_AfterASplit_NoCaseIsStuck(string first, string second)
    {
        foreach (var (isMade, repairsBetween) in new[] { (true, true), (true, false), (false, true), (false, false) })
        {
            var desk = new Desk();
            desk.Split(Part);
            if (isMade)
            {
                desk.Repair();
            }

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
    public void Undo_WhereNothingHappened_EndsThePartAndTheReportIsWhole()
    {
        var desk = new Desk();
        desk.Split(Part);
        desk.Repair();

        desk.Undo();
        desk.Repair();

        Assert.Equal(CaseStatus.TakenBack, desk.Find(Part)!.State.Status);
        Assert.Null(desk.Find(Origin)!.State.Split);
        Assert.Equal(CaseStatus.Received, desk.Find(Origin)!.State.Status);
    }

    [Theory]
    [InlineData("origin analysed")]
    [InlineData("part analysed")]
    [InlineData("part withdrawn")]
    [InlineData("part merged into its origin")]
    public void Undo_WhereSomethingHappened_ChangesNothing(string happened)
    {
        var desk = new Desk();
        desk.Split(Part);
        desk.Repair();
        Happenings[happened](desk);

        desk.Undo();
        desk.Repair();

        Assert.NotNull(desk.Find(Origin)!.State.Split);
        Assert.NotEqual(CaseStatus.TakenBack, desk.Find(Part)!.State.Status);
    }

    /// <summary>The cases and what their workflows repair, without storage.</summary>
    private sealed class Desk
    {
        private readonly Dictionary<CaseNumber, CaseFile> cases = new[] { Origin, Third }
            .ToDictionary(number => number, number => FileOf(number, CaseFiles.Reported()));

        public CaseFile? Find(CaseNumber number) => cases.GetValueOrDefault(number);

        public void Append(CaseNumber number, CaseChange change)
        {
            if (Find(number) is not { } file)
            {
                return;
            }

            var e = CaseFiles.EventOf(change, file.Events.Count + 1);
            var after = file.State.After(e);
            Assert.True(file.State.HasRunItsCourse == after.HasRunItsCourse || after.Workflows[0].Newest == e.Number,
                $"{change.GetType().Name} ends or revives a case whose workflow is not told");
            cases[number] = file with { State = after, Events = [.. file.Events, e] };
        }

        public void Take(CaseNumber number, CaseStep step, CaseChange change)
        {
            if (Find(number) is { } file && CaseRules.Allows(file.State, step))
            {
                Append(number, change);
            }
        }

        public void Conclude(CaseNumber number)
        {
            Take(number, CaseStep.AnalyseContext, Analysed);
            Take(number, CaseStep.WriteStatement, new StatementWritten { Version = 1, DueOn = CaseFiles.Due });
            Take(number, CaseStep.ApproveStatement, new StatementApproved { Version = 1, DueOn = CaseFiles.Due });
            Take(number, CaseStep.DetermineOutcome, CaseFiles.Outcome());
        }

        /// <summary>As the desk merges: only into a case that is open, and none with merged cases of its own.</summary>
        public void Merge(CaseNumber number, CaseNumber into)
        {
            if (Find(into)?.State is { IsOpen: true, MergedInto: null } && Find(number)?.State.MergedCases.IsEmpty == true)
            {
                Take(number, CaseStep.Merge, new CaseMerged(into));
            }
        }

        public void SplitOffAll()
        {
            foreach (var state in cases.Values.Select(file => file.State).Where(state => state.MergedInto is not null).ToList())
            {
                Append(state.Number, Merges.SplitOff(state, SplitOffReason.OtherBottleneck, Today));
            }
        }

        public void Split(CaseNumber part)
        {
            if (SplitRules.WhyNotSplit(cases[Origin].State) is null)
            {
                Append(Origin, new ReportSplit { Parts = [part], DueOn = CaseFiles.Due });
            }
        }

        public void Undo()
        {
            var origin = cases[Origin];
            var made = (origin.State.Split?.Parts ?? []).Select(Find).OfType<CaseFile>().ToList();
            if (SplitRules.WhyNotUndo(origin, made) is null)
            {
                foreach (var part in made.Where(SplitRules.MayBeTakenBack))
                {
                    Append(part.Number, new PartTakenBack(Origin));
                }

                Append(Origin, new ReportSplitUndone(origin.State.Split!.Event));
            }
        }

        /// <summary>What the workflow of each case does in its turn, until nothing is left.</summary>
        public void Repair()
        {
            for (var turns = 0; turns < 30; turns++)
            {
                if (!RepairOne())
                {
                    return;
                }
            }

            Assert.Fail("The repairs do not come to an end.");
        }

        public void AssertNobodyIsStuck()
        {
            var origin = cases[Origin].State;
            Assert.All(origin.Split?.Parts ?? [], part => Assert.Equal(Origin, Find(part)?.State.SplitFrom));
            Assert.All(origin.FormerParts.Select(Find).OfType<CaseFile>(),
                part => Assert.True(part.State.Status == CaseStatus.TakenBack || part.State.Outcome is not null));
            foreach (var state in cases.Values.Select(file => file.State))
            {
                Assert.Equal(
                    state.Status == CaseStatus.TakenBack, origin.FormerParts.Contains(state.Number) && state.Outcome is null);
                Assert.Empty(state.CasesToSplitOff);
                Assert.All(state.MergedCases, number => Assert.Equal(state.Number, cases[number].State.MergedInto));
                Assert.Equal(!state.HasRunItsCourse, state.Workflows[0].IsExpected);
                if (state.Status == CaseStatus.Merged)
                {
                    var main = cases[state.MergedInto!.Value].State;
                    Assert.Contains(state.Number, main.MergedCases);
                    Assert.True(main.Status is not (CaseStatus.Merged or CaseStatus.Withdrawn or CaseStatus.TakenBack));
                }
                else
                {
                    Assert.Equal(state.IsOpen, state.DueOn is not null);
                }
            }
        }

        private bool RepairOne()
        {
            foreach (var file in cases.Values.ToList())
            {
                if (SplitRules.ToMake(file).FirstOrDefault(part => Find(part.Number) is null) is { Split: not null } lacking)
                {
                    cases[lacking.Number] = FileOf(lacking.Number, CaseFiles.Reported() with { SplitFrom = file.Number });
                    return true;
                }

                if (file.State.SplitFrom is { } whole && SplitRules.MustEnd(file.State, cases[whole].State))
                {
                    Append(file.Number, new PartTakenBack(whole));
                    return true;
                }

                if (OfMerges(file).FirstOrDefault() is { } repair)
                {
                    Append(repair.Number, repair.Change);
                    return true;
                }
            }

            return false;
        }

        private IEnumerable<MergeRepair> OfMerges(CaseFile file)
        {
            var pairs = file.State.CasesToSplitOff.Select(merged => (Merged: merged, Main: file.Number));
            if (MergeRules.MainOf(file) is { } main)
            {
                pairs = pairs.Prepend((file.Number, main));
            }

            return pairs.Select(pair => Merges.OfMerged(cases[pair.Merged], Find(pair.Main)?.State, Today)).OfType<MergeRepair>();
        }

        private static CaseFile FileOf(CaseNumber number, CaseReported reported) => CaseFiles.Of(reported) with
        {
            State = new CaseState { Number = number }.After(CaseFiles.EventOf(reported, 1)),
        };
    }
}
