namespace RegelLoket.Cases.Changes;

/// <summary>Figures of the organisation at one moment. New figures for the same round replace the old ones.</summary>
public sealed record ExperimentMeasured : CaseChange, IExperimentChange
{
    public required int Experiment { get; init; }

    /// <summary>The round after which was measured; 0 is before the first one.</summary>
    public required int Round { get; init; }

    public required IReadOnlyList<MeasuredFigure> Figures { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithExperiment(Experiment, x => x.WrittenBy(e) with
    {
        Measures =
        [
            .. x.Measures.Where(m => m.Round != Round || Figures.All(f => f.Kind != m.Kind)),
            .. Figures.Select(f => new ExperimentMeasure(Round, f.Kind, f.Value, e.At)),
        ],
    });
}
