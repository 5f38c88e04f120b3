using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>
/// What an organisation tries out with the room that a case found, by action learning: rounds of exploring, planning, acting and
/// evaluating. It holds no text, only references to texts.
/// </summary>
public sealed record CaseExperiment
{
    /// <summary>Which one of the case, from 1.</summary>
    public required int Number { get; init; }

    public required Actor StartedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required Branche Branche { get; init; }

    public required IReadOnlyList<Theme> Themes { get; init; }

    public string? FrontRunner { get; init; }

    /// <summary>Who tries it out: never public.</summary>
    public required TextReference Organisation { get; init; }

    /// <summary>What they want to find out.</summary>
    public required TextReference Question { get; init; }

    public ImmutableArray<ExperimentNote> Notes { get; init; } = [];

    public ImmutableArray<ExperimentMeasure> Measures { get; init; } = [];

    /// <summary>Null while it runs.</summary>
    public ExperimentResult? Result { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public TextReference? Lessons { get; init; }

    /// <summary>The newest text for the public.</summary>
    public ExperimentDraft? Draft { get; init; }

    /// <summary>The text that is in the library now; null when none does.</summary>
    public ExperimentDraft? Shared { get; init; }

    public Actor? SharedBy { get; init; }

    public DateTimeOffset? SharedAt { get; init; }

    public DateTimeOffset? FirstSharedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>The newest round; 0 before the first note.</summary>
    public int Round => Notes is [.., var last] ? last.Round : 0;

    /// <summary>
    /// The round in which a note on this phase belongs now; null when the spiral does not lead there. A phase follows the one before it,
    /// and may be noted on more than once. After an evaluation comes a new round, which may begin with a plan.
    /// </summary>
    public int? RoundFor(ExperimentPhase phase) => Notes is not [.., var last]
        ? phase == ExperimentPhase.Explore ? 1 : null
        : phase == last.Phase || phase == last.Phase + 1 ? last.Round
        : last.Phase == ExperimentPhase.Evaluate && phase is ExperimentPhase.Explore or ExperimentPhase.Plan ? last.Round + 1
        : null;
}

/// <summary>What was done in a phase of a round.</summary>
public sealed record ExperimentNote(int Round, ExperimentPhase Phase, Actor By, DateTimeOffset At, TextReference Text);

/// <summary>A figure at one moment: after a round, or before the first one as round 0.</summary>
public sealed record ExperimentMeasure(int Round, MeasureKind Kind, decimal Value, DateTimeOffset At);

/// <summary>One figure as it was measured.</summary>
public sealed record MeasuredFigure(MeasureKind Kind, decimal Value);

/// <summary>A text for the public; <paramref name="EventNumber"/> is the event under which it lies.</summary>
public sealed record ExperimentDraft(int Version, int EventNumber, Actor By, DateTimeOffset At)
{
    public TextReference Text(string name) => new(EventNumber, name);
}

/// <summary>The four steps of the spiral of action learning.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExperimentPhase>))]
public enum ExperimentPhase
{
    [JsonStringEnumMemberName("verkennen"), Display(Name = "Verkennen")]
    Explore,

    [JsonStringEnumMemberName("plannen"), Display(Name = "Plannen")]
    Plan,

    [JsonStringEnumMemberName("uitvoeren"), Display(Name = "Uitvoeren en kijken")]
    Act,

    [JsonStringEnumMemberName("evalueren"), Display(Name = "Evalueren")]
    Evaluate,
}

/// <summary>What came of an experiment.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExperimentResult>))]
public enum ExperimentResult
{
    [JsonStringEnumMemberName("werkt"), Display(Name = "Het werkte")]
    Worked,

    [JsonStringEnumMemberName("werkt-niet"), Display(Name = "Het werkte niet")]
    DidNotWork,

    [JsonStringEnumMemberName("gestopt"), Display(Name = "Gestopt")]
    Stopped,
}

/// <summary>What an experiment measures in an organisation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MeasureKind>))]
public enum MeasureKind
{
    /// <summary>Who left in a year, in percent of all.</summary>
    [JsonStringEnumMemberName("uitstroom"), Display(Name = "Uitstroom per jaar (%)")]
    Outflow,

    /// <summary>Sick leave, in percent.</summary>
    [JsonStringEnumMemberName("verzuim"), Display(Name = "Verzuim (%)")]
    SickLeave,

    /// <summary>Hours of a contract in a week, as a mean.</summary>
    [JsonStringEnumMemberName("uren"), Display(Name = "Contracturen per week (gemiddeld)")]
    Hours,
}
