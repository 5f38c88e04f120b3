using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>A change that concerns one experiment of a case.</summary>
public interface IExperimentChange
{
    /// <summary>Which experiment of the case, from 1.</summary>
    int Experiment { get; }
}

/// <summary>An organisation tries out the room that a case found. Who it is and what it wants to know are private texts.</summary>
public sealed record ExperimentStarted : CaseChange, IExperimentChange
{
    public required int Experiment { get; init; }

    public required Branche Branche { get; init; }

    public required IReadOnlyList<Theme> Themes { get; init; }

    /// <summary>The front-runner initiative that it belongs to, by its id in the library.</summary>
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

/// <summary>What was done in a phase of a round, in a note. Rounds follow each other: an evaluation leads to a new plan.</summary>
public sealed record ExperimentNoted : CaseChange, IExperimentChange
{
    public required int Experiment { get; init; }

    /// <summary>From 1.</summary>
    public required int Round { get; init; }

    public required ExperimentPhase Phase { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithExperiment(
        Experiment, x => x with { Notes = [.. x.Notes, new ExperimentNote(Round, Phase, e.By, e.At, e.Text(TextNames.Note))] });
}

/// <summary>Figures of the organisation at one moment. Measuring a round again puts the new figure in the place of the old one.</summary>
public sealed record ExperimentMeasured : CaseChange, IExperimentChange
{
    public required int Experiment { get; init; }

    /// <summary>After which round; 0 is before the first one.</summary>
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

/// <summary>The experiment is over. Its lessons are asked for whatever came of it: a failed experiment teaches as much.</summary>
public sealed record ExperimentEnded : CaseChange, IExperimentChange
{
    public required int Experiment { get; init; }

    public required ExperimentResult Result { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithExperiment(
        Experiment, x => x with { Result = Result, EndedAt = e.At, Lessons = e.Text(TextNames.Lessons) });
}

/// <summary>
/// A text on the experiment for the public was written, apart from the notes. Every version needs the look of a second analyst.
/// </summary>
public sealed record ExperimentDrafted : CaseChange, IExperimentChange, ISharedText
{
    string ISharedText.SharedText => $"experiment.{Experiment}";

    public required int Experiment { get; init; }

    public required int Version { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithExperiment(
        Experiment, x => x with { Draft = new ExperimentDraft(Version, e.Number, e.By, e.At), WithdrawnAt = null });
}

/// <summary>A second analyst read the text and put it into the library.</summary>
public sealed record ExperimentShared : CaseChange, IExperimentChange
{
    public required int Experiment { get; init; }

    public required int Version { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithExperiment(
        Experiment, x => x with { Shared = x.Draft, SharedBy = e.By, SharedAt = e.At, FirstSharedAt = x.FirstSharedAt ?? e.At });
}

/// <summary>The experiment was taken out of the library; its address answers 410 from then on.</summary>
public sealed record ExperimentWithdrawn : CaseChange, IExperimentChange
{
    public required int Experiment { get; init; }

    /// <summary>Whether a newer version was waiting: that one goes on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool KeepsDraft { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithExperiment(Experiment, x => x with { Shared = null, WithdrawnAt = KeepsDraft ? null : e.At });
}
