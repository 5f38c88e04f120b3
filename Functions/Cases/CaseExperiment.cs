using System.Collections.Immutable;

namespace RegelLoket.Cases;

/// <summary>
/// An experiment of an organisation with the room that a case found, by action learning: rounds of exploring, planning,
/// acting and evaluating. It holds no text, only references to texts.
/// </summary>
public sealed record CaseExperiment
{
    /// <summary>The sequence number within the case, from 1.</summary>
    public required int Number { get; init; }

    public required Actor StartedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required Branche Branche { get; init; }

    public required IReadOnlyList<Theme> Themes { get; init; }

    public string? FrontRunner { get; init; }

    /// <summary>The organisation, which is never public.</summary>
    public required TextReference Organisation { get; init; }

    /// <summary>The question that the organisation wants to answer.</summary>
    public required TextReference Question { get; init; }

    public ImmutableArray<ExperimentNote> Notes { get; init; } = [];

    public ImmutableArray<ExperimentMeasure> Measures { get; init; } = [];

    /// <summary>The result; null while the experiment runs.</summary>
    public ExperimentResult? Result { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public TextReference? Lessons { get; init; }

    /// <summary>The newest version of the text for the public.</summary>
    public ExperimentDraft? Draft { get; init; }

    /// <summary>The version that is in the library now; null when there is none.</summary>
    public ExperimentDraft? Shared { get; init; }

    public Actor? SharedBy { get; init; }

    public DateTimeOffset? SharedAt { get; init; }

    public DateTimeOffset? FirstSharedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>The newest round; 0 before the first note.</summary>
    public int Round => Notes is [.., var last] ? last.Round : 0;

    /// <summary>
    /// Returns the round to which a note on this phase belongs now; null when the phase cannot come next. A phase
    /// follows the one before it and may have several notes; an evaluation is followed by a new round, which may begin
    /// with a plan.
    /// </summary>
    public int? RoundFor(ExperimentPhase phase) => Notes is not [.., var last]
        ? phase == ExperimentPhase.Explore ? 1 : null
        : phase == last.Phase || phase == last.Phase + 1 ? last.Round
        : last.Phase == ExperimentPhase.Evaluate && phase is ExperimentPhase.Explore or ExperimentPhase.Plan ? last.Round + 1
        : null;
}
