using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Experiments;

namespace RegelLoket.Tests.Experiments.Participation;

/// <summary>How much one organisation can put into the logbook of its experiment, in a day and in all.</summary>
public sealed class LogbookLimitTests
{
    [Theory]
    [InlineData(ExperimentService.MostEntriesADay - 1, false, null)]
    [InlineData(ExperimentService.MostEntriesADay, false, "Morgen kun je weer schrijven")]
    [InlineData(ExperimentService.MostEntriesADay, true, null)]
    [InlineData(ExperimentService.MostEntries - 1, true, null)]
    [InlineData(ExperimentService.MostEntries, true, "Bel of mail ons")]
    public void TooManyEntries_NotesAndMeasurementsOfOneExperiment_AreCountedTogether(int entries, bool isLongAgo, string? refusal)
    {
        var file = Experimenting.After();
        var now = file.Events[^1].At.AddDays(isLongAgo ? 2 : 0);
        CaseChange[] kinds =
            [Experimenting.Noted(ExperimentPhase.Explore), new ExperimentMeasured { Experiment = 1, Round = 0, Figures = [] }];
        var at = file.Events[^1].At;
        file = file with
        {
            Events =
            [
                .. file.Events,
                .. Enumerable.Range(0, entries).Select(i => new CaseEvent
                {
                    Number = file.Events.Count + i + 1,
                    At = at,
                    By = Actor.Participant,
                    What = kinds[i % kinds.Length],
                }),
                new CaseEvent
                {
                    Number = file.Events.Count + entries + 1,
                    At = at,
                    By = Actor.Participant,
                    What = new ExperimentNoted { Experiment = 2, Round = 1, Phase = ExperimentPhase.Explore },
                },
            ],
        };

        var told = ExperimentService.TooManyEntries(file, file.State.Experiment(1)!, now);

        Assert.Equal(refusal is null, told is null);
        Assert.Contains(refusal ?? "", told ?? "", StringComparison.Ordinal);
    }
}
