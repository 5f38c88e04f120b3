using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Tests.Cases;
using RegelLoket.Workbench;

namespace RegelLoket.Tests.Workbench;

public sealed class WorkQueuePickTests
{
    private static readonly DateTimeOffset Now = CaseFiles.ReportedAt.AddDays(30);
    private static readonly RuleReference Rule = new("BWBR0006251", "Wet op de beroepen", "35", CaseFiles.Due);

    [Theory]
    [InlineData(QueueTab.Mine, "ANS", "1")]
    [InlineData(QueueTab.Unassigned, "ANS", "3")]
    [InlineData(QueueTab.All, "ANS", "123")]
    public void Pick_EachTab_HoldsTheCasesOfThatTab(QueueTab tab, string viewer, string expected) => Assert.Equal(expected, Picked(
        new WorkQueueQuery { Tab = tab }, viewer,
        Entry(1, CaseFiles.Reported(), CaseFiles.AssignedTo("Ans")), Entry(2, CaseFiles.Reported(), CaseFiles.AssignedTo("Bea")),
        Entry(3, CaseFiles.Reported())));

    [Fact]
    public void Pick_ForYou_HoldsWhatWaitsForTheViewerAlsoWhenItIsOver() => Assert.Equal("134", Picked(
        new WorkQueueQuery { Tab = QueueTab.ForYou }, "Bea",
        Entry(1, CaseFiles.Reported(), new StatementWritten { Version = 1, DueOn = CaseFiles.Due }),
        Entry(2, CaseFiles.Reported(), CaseFiles.AssignedTo("Ans")),
        Entry(3, CaseFiles.Reported(), CaseFiles.AssignedTo("Bea")),
        Entry(4, CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws), CaseFiles.Outcome(),
            new MinistryMailed(Ministry.Vws, "hash", IsProven: true), new CaseClosed()),
        Entry(5, CaseFiles.Reported(), CaseFiles.Outcome(), new CaseClosed())));

    [Fact]
    public void Pick_WithoutFilter_LeavesOutWhatIsOver()
    {
        CaseEntry[] cases = [Entry(1, CaseFiles.Reported()), Entry(2, CaseFiles.Reported(), new CaseWithdrawn())];

        Assert.Equal("1", Picked(new WorkQueueQuery(), cases));
        Assert.Equal("12", Picked(new WorkQueueQuery { WithClosed = true }, cases));
        Assert.Equal("2", Picked(new WorkQueueQuery { Status = CaseStatus.Withdrawn }, cases));
    }

    [Fact]
    public void Pick_SearchWords_FindsThemInAnyTextAlsoOfWhatIsOver()
    {
        CaseEntry[] cases =
        [
            Entry(1, "Insuline prikken", CaseFiles.Reported()),
            Entry(2, "De coördinatie van insuline", CaseFiles.Reported(), new CaseWithdrawn()),
            Entry(3, "Nachtdienst", CaseFiles.Reported()),
        ];

        Assert.Equal("12", Picked(new WorkQueueQuery { Search = "INSULINE" }, cases));
        Assert.Equal("2", Picked(new WorkQueueQuery { Search = "insuline coordinatie" }, cases));
        Assert.Equal("3", Picked(new WorkQueueQuery { Search = "rr 2026 00003" }, cases));
        Assert.Equal("", Picked(new WorkQueueQuery { Search = "insuline nachtdienst" }, cases));
    }

    [Fact]
    public void Pick_EachFilter_HoldsTheCaseThatFits()
    {
        var fits = Entry(
            1, CaseFiles.Reported(), CaseFiles.AssignedTo("Ans"),
            new ContextAnalysed { Source = RuleSource.Wet, Rules = [Rule], Ministries = [Ministry.Ocw], DueOn = CaseFiles.Due });
        CaseEntry[] cases = [fits, Entry(2, CaseFiles.Reported() with { Branche = Branche.Ggd, Themes = [] })];

        foreach (var query in new WorkQueueQuery[]
        {
            new() { Ministry = Ministry.Ocw }, new() { Theme = Theme.WerkenNaarTalent }, new() { Branche = Branche.Ouderenzorg },
            new() { Handler = "ans" },
            new() { Rule = "BEROEPEN" }, new() { Rule = "bwbr0006251" }, new() { Status = CaseStatus.DraftingStatement },
        })
        {
            Assert.Equal("1", Picked(query, cases));
        }

        Assert.Equal("", Picked(new WorkQueueQuery { Ministry = Ministry.Ocw, Branche = Branche.Ggd }, cases));
    }

    [Theory]
    [InlineData(30, "1")]
    [InlineData(31, "")]
    public void Pick_Age_CountsDaysFromTheReport(int days, string expected) =>
        Assert.Equal(expected, Picked(new WorkQueueQuery { AtLeastDaysOld = days }, Entry(1, CaseFiles.Reported())));

    [Fact]
    public void Pick_ByDeadline_PutsWhatStandsStillOrIsOverLast()
    {
        CaseReported DueOn(int day) => CaseFiles.Reported() with { DueOn = new DateOnly(2026, 12, day) };

        Assert.Equal("3142", Picked(
            new WorkQueueQuery { WithClosed = true },
            Entry(1, DueOn(9)), Entry(4, DueOn(1), new ReporterAsked()), Entry(3, DueOn(8)),
            Entry(2, CaseFiles.ReportedAt.AddDays(1), DueOn(1), new CaseWithdrawn())));
    }

    [Theory]
    [InlineData(QueueOrder.Newest, "312")]
    [InlineData(QueueOrder.Oldest, "123")]
    [InlineData(QueueOrder.Changed, "213")]
    public void Pick_ByMoment_BreaksTiesByNumber(QueueOrder order, string expected) => Assert.Equal(expected, Picked(
        new WorkQueueQuery { Order = order },
        Entry(2, CaseFiles.Reported(), new NoteAdded(), new NoteAdded(), new NoteAdded()),
        Entry(3, CaseFiles.ReportedAt.AddDays(1), CaseFiles.Reported()),
        Entry(1, CaseFiles.Reported())));

    private static string Picked(WorkQueueQuery query, params CaseEntry[] cases) => Picked(query, "Zoë", cases);

    /// <summary>The last digits of the numbers that were picked, in their order.</summary>
    private static string Picked(WorkQueueQuery query, string viewer, params CaseEntry[] cases) =>
        string.Concat(WorkQueue.Pick(cases, query, new Actor(ActorRole.Analyst, viewer), Now)
            .Select(line => line.Entry.Row.Number.Value[^1]));

    private static CaseEntry Entry(int number, params CaseChange[] changes) => Entry(number, CaseFiles.ReportedAt, changes);

    private static CaseEntry Entry(int number, string title, params CaseChange[] changes) =>
        CaseEntry.Of(File(number, CaseFiles.Of(changes).WithText(1, TextNames.Title, title), CaseFiles.ReportedAt));

    private static CaseEntry Entry(int number, DateTimeOffset reportedAt, params CaseChange[] changes) =>
        CaseEntry.Of(File(number, CaseFiles.Of(changes), reportedAt));

    private static CaseFile File(int number, CaseFile file, DateTimeOffset reportedAt) =>
        file with { State = file.State with { Number = CaseNumber.Parse($"RR-2026-0000{number}"), ReportedAt = reportedAt } };
}
