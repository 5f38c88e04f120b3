namespace RegelLoket.Cases.Changes;

/// <summary>The experiment ended. Lessons are required for every result, since failure teaches as much.</summary>
public sealed record ExperimentEnded : CaseChange, IExperimentChange
{
    public required int Experiment { get; init; }

    public required ExperimentResult Result { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithExperiment(
        Experiment, x => x.WrittenBy(e) with
        {
            Result = Result,
            EndedAt = e.At,
            EndedBy = e.By,
            Lessons = e.Text(TextNames.Lessons),
        });
}
