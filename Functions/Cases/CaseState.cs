using System.Collections.Immutable;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Cases;

/// <summary>The current state of a case, folded from its events. It holds no text and no personal data.</summary>
public sealed record CaseState
{
    /// <summary>For how many days after its end the desk can write to the reporter.</summary>
    public const int DaysToWrite = 30;

    public required CaseNumber Number { get; init; }

    /// <summary>The number of the newest event.</summary>
    public int Version { get; init; }

    public CaseStatus Status { get; init; }

    public DateTimeOffset ReportedAt { get; init; }

    /// <summary>The moment of the newest event.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    public ReportChannel Channel { get; init; }

    public Branche Branche { get; init; }

    public IReadOnlyList<Theme> Themes { get; init; } = [];

    public string? Region { get; init; }

    public bool Anonymous { get; init; }

    public string FollowCodeHash { get; init; } = "";

    /// <summary>The analyst who handles the case, by sign-in name.</summary>
    public string? Handler { get; init; }

    /// <summary>The id of the handler (<see cref="Actor.Id"/>); null when only the name was recorded.</summary>
    public string? HandlerId { get; init; }

    /// <summary>The day on which the next step is due; null when nothing is due.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The last promise to the reporter of a day with news; see <see cref="OpenPromise"/>.</summary>
    public Promise? Promise { get; init; }

    /// <summary>Since when the clock is paused for the reporter.</summary>
    public DateOnly? PausedOn { get; init; }

    /// <summary>The status to which the case returns after the reporter's reply.</summary>
    public CaseStatus? ResumeStatus { get; init; }

    public ContextSuggested? Suggestion { get; init; }

    public ContextFindings? Context { get; init; }

    public ImmutableArray<DialogueTurn> Dialogue { get; init; } = [];

    /// <summary>
    /// The moment of the reporter's first unread message; null when a colleague marked it as read or the handler acted
    /// on the case since.
    /// </summary>
    public DateTimeOffset? UnreadSince { get; init; }

    /// <summary>Since when something of the desk waits for the reporter to read it.</summary>
    public DateTimeOffset? UnreadByReporterSince { get; init; }

    /// <summary>
    /// Since when a colleague has to decide how to go on without the reporter's answer; it counts for the newest question.
    /// </summary>
    public DateTimeOffset? ReporterSilentSince { get; init; }

    public ImmutableArray<DialogueTurn> Notes { get; init; } = [];

    public ImmutableArray<StatementVersion> Statements { get; init; } = [];

    /// <summary>The reasons for which versions of the problem statement were returned.</summary>
    public ImmutableArray<StatementVersion> Remarks { get; init; } = [];

    /// <summary>The version of the problem statement that a second analyst approved.</summary>
    public int? ApprovedVersion { get; init; }

    public ImmutableArray<MinistryRequest> Requests { get; init; } = [];

    /// <summary>The analyst's explanation of how contradicting answers fit together.</summary>
    public TextReference? ContradictionExplanation { get; init; }

    public CaseOutcome? Outcome { get; init; }

    /// <summary>The reporter's objection to the outcome, until the desk has answered it.</summary>
    public DialogueTurn? Dispute { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public ImmutableArray<EffectMeasure> Effects { get; init; } = [];

    /// <summary>The answers of organisations that joined on the effect of the current outcome.</summary>
    public ImmutableArray<FollowerEffect> FollowerEffects { get; init; } = [];

    public CasePublication? Publication { get; init; }

    /// <summary>The reason why the current outcome is not shared with the sector; null while nobody decided that.</summary>
    public NotShared? NotShared { get; init; }

    /// <summary>Whether the outcome was shared and no newer text waits, or a colleague decided not to share it.</summary>
    public bool IsSharingSettled => Publication is not ({ IsUnderWay: true } or { IsObjectedTo: true })
        && (NotShared is not null || Publication is { IsPublic: true, IsOutdated: false });

    /// <summary>The experiments of organisations with the room that the case found.</summary>
    public ImmutableArray<CaseExperiment> Experiments { get; init; } = [];

    /// <summary>Cases about the same rule.</summary>
    public ImmutableArray<CaseNumber> Related { get; init; } = [];

    /// <summary>The main case, within which this one is handled; null when it is not merged.</summary>
    public CaseNumber? MergedInto { get; init; }

    /// <summary>The status to which the case returns when it is split off again.</summary>
    public CaseStatus? StatusBeforeMerge { get; init; }

    /// <summary>The day on which the case was merged; its own term is paused from that day.</summary>
    public DateOnly? MergedOn { get; init; }

    /// <summary>The cases that are handled within this one.</summary>
    public ImmutableArray<CaseNumber> MergedCases { get; init; } = [];

    /// <summary>The cases that were merged before this one was reopened, and so share its first outcome.</summary>
    public ImmutableArray<CaseNumber> MergedBeforeReopening { get; init; } = [];

    /// <summary>
    /// The merged cases that must be split off, since this case no longer answers them: it was withdrawn, taken back,
    /// merged itself, or reopened.
    /// </summary>
    public ImmutableArray<CaseNumber> CasesToSplitOff =>
        Status is CaseStatus.Withdrawn or CaseStatus.Merged or CaseStatus.TakenBack ? MergedCases : MergedBeforeReopening;

    /// <summary>The split of the report into several cases; null when it is one case.</summary>
    public CaseSplit? Split { get; init; }

    /// <summary>The number of the event of the newest split that was undone.</summary>
    public int? UndoneSplit { get; init; }

    /// <summary>The cases that were parts of the report until a split was undone.</summary>
    public ImmutableArray<CaseNumber> FormerParts { get; init; } = [];

    /// <summary>Where this part stood before a split was undone; null while it goes on.</summary>
    public PartStand? BeforeTakenBack { get; init; }

    /// <summary>The case of the report of which this one is a part; its code opens this case too.</summary>
    public CaseNumber? SplitFrom { get; init; }

    /// <summary>The organisations that have the same bottleneck, in the order in which they joined.</summary>
    public ImmutableArray<CaseFollower> Followers { get; init; } = [];

    /// <summary>The files with the case, also those that were taken away or erased, in the order in which they came.</summary>
    public ImmutableArray<CaseAttachment> Attachments { get; init; } = [];

    /// <summary>Replacement codes that were mailed and not used yet.</summary>
    public ImmutableArray<OfferedCode> OfferedCodes { get; init; } = [];

    /// <summary>The workflows of the case: its own, and one for each ministry that was asked.</summary>
    public ImmutableArray<WorkflowMark> Workflows { get; init; } = [];

    public DateTimeOffset? ReporterErasedAt { get; init; }

    public DateTimeOffset? TextsErasedAt { get; init; }

    /// <summary>Whether a step is left to take; open cases are shown in the work queue.</summary>
    public bool IsOpen => Status.IsOpen();

    /// <summary>The promise to the reporter that has to be kept; null while they wait for nothing.</summary>
    public Promise? OpenPromise => IsOpen && Status != CaseStatus.WaitingForReporter
        && (Status != CaseStatus.OutcomeKnown || Dispute is not null) ? Promise : null;

    /// <summary>
    /// Whether the system has nothing left to do: no step is left, the questions on the effect were asked, their answers
    /// do not reopen the case, and no merged case must be split off.
    /// </summary>
    public bool HasRunItsCourse => CasesToSplitOff.IsEmpty && !EffectTally.Reopens(this)
        && (Status is CaseStatus.Withdrawn or CaseStatus.Merged or CaseStatus.TakenBack || (!IsOpen && !HasEffectToAsk));

    private bool HasEffectToAsk => Outcome is { Kind: not OutcomeKind.Ingetrokken }
        && EnumNames.All<EffectMoment>().Any(moment => Effects.All(asked => asked.Moment < moment));

    /// <summary>
    /// Returns the hash of the follow code of the reporter, or of the follower at a place; null when there is no such
    /// follower.
    /// </summary>
    public string? FollowCodeHashOf(int? follower) =>
        follower is { } place ? FollowerAt(place)?.FollowCodeHash : FollowCodeHash;

    /// <summary>Whether the reporter may dispute the outcome on a day.</summary>
    public bool MayBeDisputed(DateOnly today) => CaseRules.Allows(this, CaseStep.ObjectToOutcome)
        && Dispute is null && Outcome?.DisputeBefore is { } before && today <= before;

    /// <summary>When the case came to its end; null while it goes on, here or within another one.</summary>
    public DateTimeOffset? EndedAt => Status switch
    {
        CaseStatus.Shared or CaseStatus.Closed => ClosedAt,
        CaseStatus.Withdrawn => Outcome?.At,
        _ => null,
    };

    /// <summary>The last day on which the desk can still write to the reporter; null while the case goes on.</summary>
    public DateOnly? LastDayToWrite => EndedAt is { } ended ? WorkingDays.DayOf(ended).AddDays(DaysToWrite) : null;

    /// <summary>Whether a turn of the dialogue waits for the other side to read it.</summary>
    public bool IsUnread(DialogueTurn turn) =>
        (turn.By.Role == ActorRole.Reporter ? UnreadSince : UnreadByReporterSince) is { } since && turn.At >= since;

    /// <summary>The report of each merged case that is a part of one.</summary>
    public ImmutableDictionary<CaseNumber, CaseNumber> ReportsOfMerged { get; init; } = ImmutableDictionary<CaseNumber, CaseNumber>.Empty;

    /// <summary>The report behind a merged case: that of which it is a part, else the case itself.</summary>
    public CaseNumber ReportOf(CaseNumber merged) => ReportsOfMerged.GetValueOrDefault(merged, merged);

    /// <summary>Whether another case is known to be of the same report: the first part, or any other.</summary>
    public bool IsOfSameReport(CaseNumber other) =>
        ReportOf(other) == (SplitFrom ?? Number) || Split?.Parts.Contains(other) == true;

    /// <summary>The handler of the case; null while it has none.</summary>
    public Actor? HandledBy => Handler is { } name ? new(ActorRole.Analyst, name, HandlerId) : null;

    public bool IsHandledBy(Actor person) => HandledBy is { } handler && person.IsSamePerson(handler);

    public CaseFollower? FollowerAt(int place) => Followers.FirstOrDefault(follower => follower.Place == place);

    /// <summary>Returns a file that can still be read; null for any other id.</summary>
    public CaseAttachment? Attachment(string? id) => Attachments.FirstOrDefault(file => file.Id == id && !file.IsGone);

    public MinistryRequest? RequestTo(Ministry ministry) => Requests.LastOrDefault(r => r.Ministry == ministry);

    /// <summary>Folds the next event into the state.</summary>
    public CaseState After(CaseEvent e)
    {
        var after = e.What.ApplyTo(this, e) with { Version = e.Number, ChangedAt = e.At };
        after = SpeaksToTheReporter(after) && after.UnreadByReporterSince is null ? after with { UnreadByReporterSince = e.At }
            : after;
        after = after.UnreadSince is not null && ShowsThatItWasRead(e) ? after with { UnreadSince = null } : after;
        return after with { Workflows = WorkflowMark.After(this, e, after) };
    }

    /// <summary>
    /// Whether an event implies that the reporter's message was read: an action of the handler, or any message to the
    /// reporter. A new handler or the state of a mail does not.
    /// </summary>
    private bool ShowsThatItWasRead(CaseEvent e) => e.By.Role is ActorRole.Analyst or ActorRole.Coordinator
        && e.What is not (CaseAssigned or MailRecorded)
        && (Handler is null || IsHandledBy(e.By) || e.What is ReporterAsked or ReporterWrittenTo or CaseClosedUnanswered
            or OutcomeDetermined or DisputeSettled or CaseReopened);

    /// <summary>Whether an event added a message of the desk to the dialogue.</summary>
    private bool SpeaksToTheReporter(CaseState after) =>
        after.Dialogue.Length > Dialogue.Length && after.Dialogue[^1].By.Role != ActorRole.Reporter;

    public CaseExperiment? Experiment(int number) => Experiments.FirstOrDefault(x => x.Number == number);

    internal CaseState WithExperiment(int number, Func<CaseExperiment, CaseExperiment> change)
    {
        var experiment = Experiment(number)
            ?? throw new InvalidOperationException($"Case {Number} holds no experiment {number}.");
        return this with { Experiments = Experiments.Replace(experiment, change(experiment)) };
    }

    internal CaseState WithPublication(Func<CasePublication, CasePublication> change) =>
        this with
        {
            Publication = change(
            Publication ?? throw new InvalidOperationException($"Case {Number} has no text for the public."))
        };
}
