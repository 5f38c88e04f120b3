using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Insight;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Insight;

public sealed class FiguresTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Of_CountsEveryCaseOnceInEachGroup()
    {
        var figures = Figures.Of(
        [
            Fact(1, Branche.Ouderenzorg, new DateOnly(2026, 11, 1), OutcomeKind.HetKanAl),
            Fact(2, Branche.Ouderenzorg, new DateOnly(2026, 10, 1), OutcomeKind.BewustZo),
            Fact(3, Branche.Thuiszorg, new DateOnly(2026, 8, 1), null),
        ], Today);

        Assert.Equal((3, 1, 2, 1), (figures.Cases, figures.Open, figures.Decided, figures.WithRoom));
        Assert.Equal([new Count("Ouderenzorg", 2), new Count("Thuiszorg", 1)], figures.ByBranche);
        Assert.Equal(12, figures.ByMonth.Count);
        Assert.Equal(1, figures.ByMonth[^1].Number);
        Assert.Equal(1, figures.OpenByAge[^1].Number);
        Assert.Equal(new LeadTime("Van melding tot besluit", 2, 10, 10), figures.LeadTimes[3]);
    }

    /// <summary>A report in three parts, of which one was taken back before: one report, two cases with an outcome each.</summary>
    [Fact]
    public void Of_SplitReport_IsOneReportAndACaseForEachPart()
    {
        var day = new DateOnly(2026, 11, 1);
        var figures = Figures.Of(
        [
            Fact(1, Branche.Ouderenzorg, day, OutcomeKind.HetKanAl),
            Fact(2, Branche.Ouderenzorg, day, OutcomeKind.BewustZo) with { IsPart = true },
            Fact(3, Branche.Ouderenzorg, day, null) with { IsPart = true, Category = CaseCategory.TakenBack },
        ], Today);

        Assert.Equal((1, 2), (figures.Reports, figures.Cases));
        Assert.Equal((0, 2, 0, 0), (figures.Open, figures.Decided, figures.Withdrawn, figures.Merged));
        Assert.Equal([new Count("Ouderenzorg", 1)], figures.ByBranche);
        Assert.Equal(1, figures.ByMonth[^1].Number);
        Assert.Equal(2, figures.ByOutcome.Sum(count => count.Number));
        Assert.Equal(2, figures.ByTheme.Sum(count => count.Number));
    }

    [Fact]
    public void CaseFacts_OfAPart_KnowThatItIsOneAndThatItWasTakenBack()
    {
        var part = CaseFiles.Reported() with { SplitFrom = CaseNumber.Parse("RR-2026-7KQ4N") };

        Assert.True(CaseFacts.Of(CaseFiles.Of(part)) is { IsPart: true, Category: CaseCategory.Open });
        Assert.True(CaseFacts.Of(CaseFiles.Of(part, new PartTakenBack(part.SplitFrom!.Value))) is { Category: CaseCategory.TakenBack });
        Assert.False(CaseFacts.Of(CaseFiles.Of(CaseFiles.Reported())).IsPart);
    }

    [Fact]
    public void Scorecard_TellsAnsweredExplainedSilentAndWaitingApart()
    {
        var asked = new DateOnly(2026, 10, 1);
        var late = new DateOnly(2026, 11, 1);
        var facts = Fact(1, Branche.Ggd, asked, null) with
        {
            Turns =
            [
                new(Ministry.Vws, asked, asked.AddDays(10), late, RequestStatus.Answered),
                new(Ministry.Vws, asked, asked.AddDays(40), late, RequestStatus.Answered) { IsLate = true },
                new(Ministry.Vws, asked, asked.AddDays(20), late, RequestStatus.NotOurs),
                new(Ministry.Vws, asked, null, late, RequestStatus.Asked),
                new(Ministry.Vws, asked, null, Today, RequestStatus.Acknowledged),
                new(Ministry.Vws, asked, null, late, RequestStatus.AskedBack) { IsOurMove = true },
                new(Ministry.Vws, asked, null, late, RequestStatus.Asked) { DroppedOn = late },
                new(Ministry.Vws, asked, null, late, RequestStatus.Asked) { DroppedOn = late.AddDays(1) },
            ],
        };

        var card = Figures.Of([facts], Today).Scorecards.Single(c => c.Ministry == Ministry.Vws);

        Assert.Equal(new Scorecard(Ministry.Vws, 8, 2, 1, 2, 2, 1, 20, 2), card);
    }

    [Fact]
    public void Scorecard_OfAMailThatCameInTimeAndWasTakenOverLater_GoesByTheDayOfTheMail()
    {
        var file = CaseFiles.Of(
        [
            CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Szw), new MinistryMailed(Ministry.Szw, "hash", IsProven: true),
            .. Enumerable.Repeat(new NoteAdded(), 20), new MinistryAnswered(Ministry.Szw, Late: false) { Mail = 3 },
        ]);

        var card = Figures.Of([CaseFacts.Of(file)], Today).Scorecards.Single(c => c.Ministry == Ministry.Szw);

        Assert.True(WorkingDays.DayOf(file.State.RequestTo(Ministry.Szw)!.EndedAt!.Value) > CaseFiles.Due);
        Assert.Equal((1, 1, 1), (card.Answered, card.InTime, card.MedianDays));
    }

    [Theory]
    [InlineData(0.5, 3)]
    [InlineData(0.9, 4.6)]
    public void Quantile_LiesBetweenNeighbours(double share, double expected) =>
        Assert.Equal(expected, Figures.Quantile([1, 2, 3, 4, 5], share), 6);

    private static CaseFacts Fact(int number, Branche branche, DateOnly reported, OutcomeKind? outcome) => new()
    {
        Number = CaseNumber.Parse($"RR-2026-0000{number}"),
        Branche = branche,
        Themes = [Theme.GezondWerken],
        ReportedOn = reported,
        Category = outcome is null ? CaseCategory.Open : CaseCategory.Decided,
        Outcome = outcome,
        Reached = outcome is null ? new Dictionary<Milestone, DateOnly>()
            : new Dictionary<Milestone, DateOnly> { [Milestone.Decided] = reported.AddDays(10) },
        Turns = [],
        Effects = [],
    };
}
