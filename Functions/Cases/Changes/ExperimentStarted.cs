namespace RegelLoket.Cases.Changes;

/// <summary>An organisation started an experiment with a case's room. Its name and question are private.</summary>
public sealed record ExperimentStarted : CaseChange, IExperimentChange
{
    public required int Experiment { get; init; }

    public required Branche Branche { get; init; }

    public required IReadOnlyList<Theme> Themes { get; init; }

    /// <summary>The front-runner initiative to which it belongs, by its id in the library.</summary>
    public string? FrontRunner { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Experiments =
        [
            .. state.Experiments, new CaseExperiment
            {
                Number = Experiment,
                StartedBy = e.By,
                StartedAt = e.At,
                Branche = Branche,
                Themes = Themes,
                FrontRunner = FrontRunner,
                Organisation = e.Text(TextNames.Organisation),
                Question = e.Text(TextNames.Question),
            },
        ],
    };
}
