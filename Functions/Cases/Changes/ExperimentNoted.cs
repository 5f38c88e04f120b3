namespace RegelLoket.Cases.Changes;

/// <summary>A note on a phase of a round. Rounds follow each other: an evaluation leads to a new plan.</summary>
public sealed record ExperimentNoted : CaseChange, IExperimentChange
{
    public required int Experiment { get; init; }

    /// <summary>The round, from 1.</summary>
    public required int Round { get; init; }

    public required ExperimentPhase Phase { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithExperiment(
        Experiment, x =>
            x.WrittenBy(e) with
            {
                Notes = [.. x.Notes, new ExperimentNote(Round, Phase, e.By, e.At, e.Text(TextNames.Note))],
            });
}
