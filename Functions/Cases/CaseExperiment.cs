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

    /// <summary>Who ended it, and so wrote the lessons: the organisation, or a colleague for colleagues.</summary>
    public Actor? EndedBy { get; init; }

    public TextReference? Lessons { get; init; }

    /// <summary>The lessons in the organisation's own words; null where a colleague wrote them.</summary>
    public TextReference? OwnLessons => EndedBy?.Role == ActorRole.Participant ? Lessons : null;

    /// <summary>The notes that the organisation wrote itself.</summary>
    public IEnumerable<ExperimentNote> OwnNotes => Notes.Where(note => note.By.Role == ActorRole.Participant);

    /// <summary>The newest version of the text for the public.</summary>
    public ExperimentDraft? Draft { get; init; }

    /// <summary>The version that is in the library now; null when there is none.</summary>
    public ExperimentDraft? Shared { get; init; }

    public Actor? SharedBy { get; init; }

    public DateTimeOffset? SharedAt { get; init; }

    public DateTimeOffset? FirstSharedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>The hash of the link with which the organisation writes itself; null when it has none.</summary>
    public string? LinkHash { get; init; }

    public DateTimeOffset? InvitedAt { get; init; }

    /// <summary>The last day on which the link works.</summary>
    public DateOnly? LinkExpiresOn { get; init; }

    /// <summary>When the organisation last wrote something itself.</summary>
    public DateTimeOffset? WroteAt { get; init; }

    /// <summary>When anybody last wrote a step or figures: what a colleague notes after a call is a word of the organisation too.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>The words that the organisation wrote and no colleague read yet, the oldest first.</summary>
    public ImmutableArray<UnreadWords> Unread { get; init; } = [];

    /// <summary>Since when something of the organisation waits for a colleague to read it.</summary>
    public DateTimeOffset? UnreadSince => Unread is [var first, ..] ? first.At : null;

    /// <summary>Since when nothing was heard of the organisation for too long; null after a word of it.</summary>
    public DateTimeOffset? SilentSince { get; init; }

    /// <summary>The step of which the organisation was reminded last.</summary>
    public ExperimentStep? RemindedOf { get; init; }

    /// <summary>The step that comes next: after an evaluation that is the plan of a new round.</summary>
    public ExperimentStep NextStep => Notes is not [.., var last] ? new(1, ExperimentPhase.Explore)
        : last.Phase == ExperimentPhase.Evaluate ? new(last.Round + 1, ExperimentPhase.Plan)
        : new(last.Round, last.Phase + 1);

    /// <summary>Whether a text of after the end is still to be written, so that others can learn from it.</summary>
    public bool AwaitsText => EndedAt is { } ended && WithdrawnAt is null && !(Draft?.At >= ended);

    /// <summary>Whether a text waits for a second reader.</summary>
    public bool AwaitsReader => Draft is not null && WithdrawnAt is null && Shared != Draft;

    /// <summary>Whether figures changed after the text was written; a new version of it takes them along.</summary>
    public bool HasNewerFigures => Draft is { } draft
        && !Measures.Select(m => (m.Round, m.Kind, m.Value)).ToHashSet()
            .SetEquals(draft.Measures.Select(m => (m.Round, m.Kind, m.Value)));

    /// <summary>
    /// The result as the public knows it; null while the published text is from before the end, since the result is
    /// published with a text that explains it.
    /// </summary>
    public ExperimentResult? PublicResult => EndedAt <= Shared?.At ? Result : null;

    /// <summary>Whether the link works on a day.</summary>
    public bool IsOpenOn(DateOnly today) => LinkHash is not null && today <= LinkExpiresOn;

    /// <summary>Returns the experiment after its organisation or a colleague wrote in it.</summary>
    internal CaseExperiment WrittenBy(CaseEvent e)
    {
        var heard = this with { HeardAt = e.At, SilentSince = null };
        return e.By.Role == ActorRole.Participant ? heard with { WroteAt = e.At, Unread = Unread.Add(new(e.Number, e.At)) } : heard;
    }

    /// <summary>Returns the experiment after a colleague read it up to an event; null for all that there is.</summary>
    internal CaseExperiment ReadUpTo(int? seen) => this with { Unread = Unread.RemoveAll(words => !(words.Event > seen)) };

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
