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
        Stand = outcome is null ? CaseStand.Open : CaseStand.Decided,
        Outcome = outcome,
        Reached = outcome is null ? new Dictionary<Milestone, DateOnly>()
            : new Dictionary<Milestone, DateOnly> { [Milestone.Decided] = reported.AddDays(10) },
        Turns = [],
        Effects = [],
    };
}
