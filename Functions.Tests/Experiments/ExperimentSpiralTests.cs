using RegelLoket.Cases;

namespace RegelLoket.Tests.Experiments;

public sealed class ExperimentSpiralTests
{
    [Fact]
    public void RoundFor_BeforeAnyNote_OnlyExploring() =>
        Assert.Equal([1, null, null, null], Rounds(Experiment()));

    [Theory]
    [InlineData(ExperimentPhase.Explore, new[] { 1, 1, 0, 0 })]
    [InlineData(ExperimentPhase.Plan, new[] { 0, 1, 1, 0 })]
    [InlineData(ExperimentPhase.Act, new[] { 0, 0, 1, 1 })]
    [InlineData(ExperimentPhase.Evaluate, new[] { 2, 2, 0, 1 })]
    public void RoundFor_AfterAPhase_LeadsOnOrIntoTheNextRound(ExperimentPhase last, int[] expected) =>
        Assert.Equal(expected, Rounds(Experiment(last)).Select(round => round ?? 0));

    private static int?[] Rounds(CaseExperiment experiment) => [.. EnumNames.All<ExperimentPhase>().Select(experiment.RoundFor)];

    private static CaseExperiment Experiment(params ExperimentPhase[] noted)
    {
        var by = new Actor(ActorRole.Analyst, "Ans Analist");
        return new CaseExperiment
        {
            Number = 1,
            StartedBy = by,
            StartedAt = DateTimeOffset.UnixEpoch,
            Branche = Branche.Thuiszorg,
            Themes = [],
            Organisation = new TextReference(1, TextNames.Organisation),
            Question = new TextReference(1, TextNames.Question),
            Notes = [.. noted.Select(
                phase => new ExperimentNote(1, phase, by, DateTimeOffset.UnixEpoch, new TextReference(2, TextNames.Note)))],
        };
    }
}
