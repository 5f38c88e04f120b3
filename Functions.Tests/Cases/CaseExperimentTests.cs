using FsCheck.Xunit;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Tests.Experiments.Participation;

namespace RegelLoket.Tests.Cases;

/// <summary>Rounds of action learning: which phase may follow which, and in which round it then is.</summary>
public sealed class CaseExperimentTests
{
    [Theory]
    [InlineData(ExperimentPhase.Explore, 1)]
    [InlineData(ExperimentPhase.Plan, null)]
    [InlineData(ExperimentPhase.Act, null)]
    [InlineData(ExperimentPhase.Evaluate, null)]
    public void RoundFor_FirstNote_IsExploring(ExperimentPhase phase, int? round) => Assert.Equal(round, Of().RoundFor(phase));

    [Theory]
    [InlineData(ExperimentPhase.Explore, ExperimentPhase.Explore, 1)]
    [InlineData(ExperimentPhase.Explore, ExperimentPhase.Plan, 1)]
    [InlineData(ExperimentPhase.Explore, ExperimentPhase.Act, null)]
    [InlineData(ExperimentPhase.Plan, ExperimentPhase.Explore, null)]
    [InlineData(ExperimentPhase.Act, ExperimentPhase.Evaluate, 1)]
    [InlineData(ExperimentPhase.Act, ExperimentPhase.Plan, null)]
    [InlineData(ExperimentPhase.Evaluate, ExperimentPhase.Evaluate, 1)]
    [InlineData(ExperimentPhase.Evaluate, ExperimentPhase.Explore, 2)]
    [InlineData(ExperimentPhase.Evaluate, ExperimentPhase.Plan, 2)]
    [InlineData(ExperimentPhase.Evaluate, ExperimentPhase.Act, null)]
    public void RoundFor_PhaseAfterAnother_FollowsItOrBeginsARound(ExperimentPhase last, ExperimentPhase next, int? round) =>
        Assert.Equal(round, Of((1, last)).RoundFor(next));

    [Property(MaxTest = 300)]
    public void RoundFor_AnyNotesThatWereAllowed_CountRoundsUpByOneAtEachEvaluation(int[] wishes)
    {
        var experiment = Of();
        foreach (var phase in (wishes ?? []).Select(wish => (ExperimentPhase)((uint)wish % 4)))
        {
            if (experiment.RoundFor(phase) is not { } round)
            {
                continue;
            }

            Assert.InRange(round, Math.Max(1, experiment.Round), experiment.Round + 1);
            Assert.True(round == experiment.Round || experiment.Notes is [] or [.., { Phase: ExperimentPhase.Evaluate }]);
            experiment = With(experiment, round, phase);
        }

        Assert.Equal(experiment.Notes.Select(note => note.Round).DefaultIfEmpty().Max(), experiment.Round);
        Assert.Equal(experiment.Notes.Order(Comparer<ExperimentNote>.Create((a, b) => (a.Round, a.Phase).CompareTo((b.Round, b.Phase)))),
            experiment.Notes);
    }

    [Fact]
    public void Fold_ExperimentThatIsNoted_KeepsTheRoundOfEachNote()
    {
        var file = CaseFiles.Of(
            CaseFiles.Reported(),
            new ExperimentStarted { Experiment = 1, Branche = Branche.Ggd, Themes = [Theme.Arbeidsinnovatie] },
            new ExperimentNoted { Experiment = 1, Round = 1, Phase = ExperimentPhase.Explore });

        var experiment = Assert.Single(file.State.Experiments);

        Assert.Equal((1, 1), (experiment.Number, experiment.Round));
        Assert.Equal(1, experiment.RoundFor(ExperimentPhase.Plan));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(4, 5)]
    [InlineData(5, 6)]
    [InlineData(6, null)]
    public void UnreadSince_ReadUpToAnEvent_IsOfTheFirstWordsAfterIt(int? seen, int? unread)
    {
        var noted = ((CaseChange)Experimenting.Noted(ExperimentPhase.Explore), Actor.Participant);

        foreach (var read in new CaseChange[]
            { new ExperimentRead(1) { Seen = seen }, new ExperimentDrafted { Experiment = 1, Version = 1, Seen = seen } })
        {
            var file = Experimenting.After(noted, noted, (read, Experimenting.Ans));
            Assert.Equal(unread is { } number ? file.Events[number - 1].At : null, file.State.Experiments[0].UnreadSince);
        }
    }

    private static CaseExperiment Of(params (int Round, ExperimentPhase Phase)[] notes) => notes.Aggregate(
        new CaseExperiment
        {
            Number = 1,
            StartedBy = new Actor(ActorRole.Analyst, "Ans"),
            StartedAt = CaseFiles.ReportedAt,
            Branche = Branche.Ggd,
            Themes = [Theme.Arbeidsinnovatie],
            Organisation = new TextReference(2, TextNames.Organisation),
            Question = new TextReference(2, TextNames.Question),
        },
        (experiment, note) => With(experiment, note.Round, note.Phase));

    private static CaseExperiment With(CaseExperiment experiment, int round, ExperimentPhase phase) => experiment with
    {
        Notes = experiment.Notes.Add(new ExperimentNote(
            round, phase, experiment.StartedBy, CaseFiles.ReportedAt, new TextReference(experiment.Notes.Length + 3, TextNames.Note))),
    };
}
