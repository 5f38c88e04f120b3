using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>A change that concerns one experiment of a case.</summary>
public interface IExperimentChange
{
    /// <summary>The sequence number of the experiment within the case, from 1.</summary>
    int Experiment { get; }
}

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

/// <summary>A note on a phase of a round. Rounds follow each other: an evaluation leads to a new plan.</summary>
public sealed record ExperimentNoted : CaseChange, IExperimentChange
{
    public required int Experiment { get; init; }

    /// <summary>The round, from 1.</summary>
    public required int Round { get; init; }

    public required ExperimentPhase Phase { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithExperiment(
        Experiment, x => x with { Notes = [.. x.Notes, new ExperimentNote(Round, Phase, e.By, e.At, e.Text(TextNames.Note))] });
}

/// <summary>Figures of the organisation at one moment. New figures for the same round replace the old ones.</summary>
public sealed record ExperimentMeasured : CaseChange, IExperimentChange
{
    public required int Experiment { get; init; }

    /// <summary>The round after which was measured; 0 is before the first one.</summary>
    public required int Round { get; init; }

    public required IReadOnlyList<MeasuredFigure> Figures { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithExperiment(Experiment, x => x with
    {
        Measures =
        [
            .. x.Measures.Where(m => m.Round != Round || Figures.All(f => f.Kind != m.Kind)),
            .. Figures.Select(f => new ExperimentMeasure(Round, f.Kind, f.Value, e.At)),
        ],
    });
}

/// <summary>The experiment ended. Lessons are required for every result, since failure teaches as much.</summary>
public sealed record ExperimentEnded : CaseChange, IExperimentChange
{
    public required int Experiment { get; init; }

    public required ExperimentResult Result { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithExperiment(
        Experiment, x => x with { Result = Result, EndedAt = e.At, Lessons = e.Text(TextNames.Lessons) });
}

/// <summary>
/// A text on the experiment for the public was written, apart from the notes. Every version needs a review by a second
/// analyst.
/// </summary>
public sealed record ExperimentDrafted : CaseChange, IExperimentChange, ISharedText
{
    string ISharedText.SharedText => $"experiment.{Experiment}";

    public required int Experiment { get; init; }

    public required int Version { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithExperiment(
        Experiment, x => x with { Draft = new ExperimentDraft(Version, e.Number, e.By, e.At), WithdrawnAt = null });
}

/// <summary>A second analyst reviewed the text and published it in the library.</summary>
public sealed record ExperimentShared : CaseChange, IExperimentChange
{
    public required int Experiment { get; init; }

    public required int Version { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithExperiment(
        Experiment, x => x with { Shared = x.Draft, SharedBy = e.By, SharedAt = e.At, FirstSharedAt = x.FirstSharedAt ?? e.At });
}

/// <summary>The experiment was removed from the library; its address returns 410 from then on.</summary>
public sealed record ExperimentWithdrawn : CaseChange, IExperimentChange
{
    public required int Experiment { get; init; }

    /// <summary>Whether a newer draft was waiting, which is kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool KeepsDraft { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithExperiment(Experiment, x => x with { Shared = null, WithdrawnAt = KeepsDraft ? null : e.At });
}
