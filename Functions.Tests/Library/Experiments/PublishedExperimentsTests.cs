using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Library.Experiments;
using RegelLoket.Library.Items;
using RegelLoket.Tests.Cases;
using RegelLoket.Tests.Experiments.Participation;

namespace RegelLoket.Tests.Library.Experiments;

public sealed class PublishedExperimentsTests
{
    private static readonly (CaseChange, Actor)[] OneRound =
        [.. EnumNames.All<ExperimentPhase>().Select(phase => ((CaseChange)Experimenting.Noted(phase), Experimenting.Ans))];

    [Fact]
    public void ItemOf_FiguresOfAfterTheText_AreThoseThatItsReaderSaw()
    {
        var item = ItemOf(Measured(0, 14), Drafted(1), Measured(0, 41), Shared(1));

        Assert.Equal(14, Assert.Single(item!.Figures).Before);
    }

    [Fact]
    public void ItemOf_RoundsOfAfterTheText_AreThoseOfTheText() =>
        Assert.Equal(1, ItemOf(Drafted(1), (Experimenting.Noted(ExperimentPhase.Plan, round: 2), Experimenting.Ans), Shared(1))!.Rounds);

    [Theory]
    [InlineData(1, 1, "Na ronde 1")]
    [InlineData(2, 2, "Na de laatste ronde")]
    [InlineData(1, 2, null)]
    public void FiguresLabel_RoundsThatWereMeasured_SaysWhichWhereItIsOne(int outflow, int sickLeave, string? label)
    {
        (CaseChange, Actor) more = (Experimenting.Noted(ExperimentPhase.Plan, round: 2), Experimenting.Ans);

        var item = ItemOf(more, Measured(outflow, 14), Measured(sickLeave, 7, MeasureKind.SickLeave), Drafted(1), Shared(1))!;

        Assert.Equal((label, outflow, sickLeave), (item.FiguresLabel, item.Figures[0].Round, item.Figures[1].Round));
    }

    private static Experiment? ItemOf(params (CaseChange, Actor)[] events)
    {
        var file = Experimenting.After([.. OneRound, .. events]);
        var drafted = file.State.Experiments[0].Shared!.EventNumber;
        foreach (var name in new[] { TextNames.PublicTitle, TextNames.PublicProblem, TextNames.PublicSolution, TextNames.PublicLessons })
        {
            file = file.WithText(drafted, name, name);
        }

        return PublishedExperiments.ItemOf(file, file.State.Experiments[0]);
    }

    private static (CaseChange, Actor) Measured(int round, decimal value, MeasureKind kind = MeasureKind.Outflow) =>
        (new ExperimentMeasured { Experiment = 1, Round = round, Figures = [new MeasuredFigure(kind, value)] }, Experimenting.Ans);

    private static (CaseChange, Actor) Drafted(int version) =>
        (new ExperimentDrafted { Experiment = 1, Version = version }, Experimenting.Ans);

    private static (CaseChange, Actor) Shared(int version) =>
        (new ExperimentShared { Experiment = 1, Version = version }, new Actor(ActorRole.Analyst, "Bea", "id-bea"));
}
