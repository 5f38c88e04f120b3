using System.Collections.Immutable;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Cases;

/// <summary>What a case is now: the fold over its events. It holds no text and no personal data, only references to texts.</summary>
public sealed record CaseState
{
    /// <summary>For how many days after its end the desk can write to the reporter.</summary>
    public const int DaysToWrite = 30;

    public required CaseNumber Number { get; init; }

    /// <summary>The number of the newest event.</summary>
    public int Version { get; init; }

    public CaseStatus Status { get; init; }

    public DateTimeOffset ReportedAt { get; init; }

    /// <summary>When the newest event happened.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    public ReportChannel Channel { get; init; }

    public Branche Branche { get; init; }

    public IReadOnlyList<Theme> Themes { get; init; } = [];

    public string? Region { get; init; }

    public bool Anonymous { get; init; }

    public string FollowCodeHash { get; init; } = "";

    /// <summary>The analyst who handles the case, by sign-in name.</summary>
    public string? Handler { get; init; }

    /// <summary>
    /// The id of who handles the case (<see cref="Actor.Id"/>); null when a colleague wrote down nothing but the name.
    /// </summary>
    public string? HandlerId { get; init; }

    /// <summary>The day on which the next step is due; null when nothing is due.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>What the reporter was last told about when they hear from the desk; see <see cref="OpenPromise"/>.</summary>
    public Promise? Promise { get; init; }

    /// <summary>Since when the clock is paused for the reporter.</summary>
    public DateOnly? PausedOn { get; init; }

    /// <summary>Where the case goes on after the reporter's reply.</summary>
    public CaseStatus? ResumeStatus { get; init; }

    public ContextSuggested? Suggestion { get; init; }

    public ContextFindings? Context { get; init; }

    public ImmutableArray<DialogueTurn> Dialogue { get; init; } = [];

    /// <summary>
    /// Since when something of the reporter waits to be read: nobody said that it was, and whoever handles the case did nothing on it
    /// since.
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

    /// <summary>Why versions of the problem statement were sent back.</summary>
    public ImmutableArray<StatementVersion> Remarks { get; init; } = [];

    /// <summary>The version of the problem statement that a second analyst approved.</summary>
    public int? ApprovedVersion { get; init; }

    public ImmutableArray<MinistryRequest> Requests { get; init; } = [];

    /// <summary>How answers that contradict each other go together, in the analyst's words.</summary>
    public TextReference? ContradictionExplanation { get; init; }

    public CaseOutcome? Outcome { get; init; }

    /// <summary>What the reporter said against the outcome, while the desk has not answered it.</summary>
    public DialogueTurn? Dispute { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public ImmutableArray<EffectMeasure> Effects { get; init; } = [];

    public CasePublication? Publication { get; init; }

    /// <summary>What organisations try out with the room that the case found.</summary>
    public ImmutableArray<CaseExperiment> Experiments { get; init; } = [];

    /// <summary>Cases about the same rule.</summary>
    public ImmutableArray<CaseNumber> Related { get; init; } = [];

    /// <summary>The case within which this one is handled.</summary>
    public CaseNumber? MergedInto { get; init; }

    /// <summary>Where the case goes on when it is split off again.</summary>
    public CaseStatus? StatusBeforeMerge { get; init; }

    /// <summary>Since when the case is handled within another one; its own term stands still meanwhile.</summary>
    public DateOnly? MergedOn { get; init; }

    /// <summary>The cases that are handled within this one.</summary>
    public ImmutableArray<CaseNumber> MergedCases { get; init; } = [];

    /// <summary>Those among them that were merged when this case was reopened, with which its first outcome was theirs.</summary>
    public ImmutableArray<CaseNumber> MergedBeforeReopening { get; init; } = [];

    /// <summary>
    /// The merged cases that must go on by themselves, since this one no longer answers for them: it was withdrawn, merged itself, or
    /// reopened.
    /// </summary>
    public ImmutableArray<CaseNumber> CasesToSplitOff =>
        Status is CaseStatus.Withdrawn or CaseStatus.Merged ? MergedCases : MergedBeforeReopening;

    /// <summary>The organisations where it plays too, in the order in which they joined.</summary>
    public ImmutableArray<CaseFollower> Followers { get; init; } = [];

    /// <summary>Codes that were mailed to anyone who lost theirs, and that nobody used yet.</summary>
    public ImmutableArray<OfferedCode> OfferedCodes { get; init; } = [];

    /// <summary>The workflows of the case: its own, and one for each ministry that was ever asked.</summary>
    public ImmutableArray<WorkflowMark> Workflows { get; init; } = [];

    public DateTimeOffset? ReporterErasedAt { get; init; }

    public DateTimeOffset? TextsErasedAt { get; init; }

    /// <summary>Whether somebody still has to do something; open cases stand in the work queue.</summary>
    public bool IsOpen => Status.IsOpen();

    /// <summary>The promise to the reporter that has to be kept; null while they wait for nothing.</summary>
    public Promise? OpenPromise => IsOpen && Status != CaseStatus.WaitingForReporter
        && (Status != CaseStatus.OutcomeKnown || Dispute is not null) ? Promise : null;

    /// <summary>
    /// Whether the system has nothing left to do: nobody has a step left, the reporter was asked all about the effect, and no merged case
    /// waits to go on by itself.
    /// </summary>
    public bool HasRunItsCourse => CasesToSplitOff.IsEmpty
        && (Status is CaseStatus.Withdrawn or CaseStatus.Merged || (!IsOpen && !HasEffectToAsk));

    private bool HasEffectToAsk => Outcome is { Kind: not OutcomeKind.Ingetrokken }
        && EnumNames.All<EffectMoment>().Any(moment => Effects.All(asked => asked.Moment < moment));

    /// <summary>The hash of the code of the reporter, or of the follower at a place; null when there is no such follower.</summary>
    public string? FollowCodeHashOf(int? follower) =>
        follower is { } place ? FollowerAt(place)?.FollowCodeHash : FollowCodeHash;

    /// <summary>Whether the reporter can say on a day that the outcome is not right.</summary>
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

    /// <summary>Who handles the case; null for a case of nobody.</summary>
    public Actor? HandledBy => Handler is { } name ? new(ActorRole.Analyst, name, HandlerId) : null;

    public bool IsHandledBy(Actor person) => HandledBy is { } handler && person.IsSamePerson(handler);

    public CaseFollower? FollowerAt(int place) => Followers.FirstOrDefault(follower => follower.Place == place);

    public MinistryRequest? RequestTo(Ministry ministry) => Requests.LastOrDefault(r => r.Ministry == ministry);

    /// <summary>Folds one more event into the state.</summary>
    public CaseState After(CaseEvent e)
    {
        var after = e.What.ApplyTo(this, e) with { Version = e.Number, ChangedAt = e.At };
        after = SpeaksToTheReporter(after) && after.UnreadByReporterSince is null ? after with { UnreadByReporterSince = e.At }
            : after;
        after = after.UnreadSince is not null && ShowsThatItWasRead(e) ? after with { UnreadSince = null } : after;
        return after with { Workflows = WorkflowMark.After(this, e, after) };
    }

    /// <summary>
    /// What whoever handles the case does on it follows from having read it; also what anybody writes to the reporter. That a case
    /// changes hands does not, nor what became of a mail.
    /// </summary>
    private bool ShowsThatItWasRead(CaseEvent e) => e.By.Role is ActorRole.Analyst or ActorRole.Coordinator
        && e.What is not (CaseAssigned or MailRecorded)
        && (Handler is null || IsHandledBy(e.By) || e.What is ReporterAsked or ReporterWrittenTo or CaseClosedUnanswered
            or OutcomeDetermined or DisputeSettled or CaseReopened);

    /// <summary>Whether an event put words of the desk into the dialogue.</summary>
    private bool SpeaksToTheReporter(CaseState after) =>
        after.Dialogue.Length > Dialogue.Length && after.Dialogue[^1].By.Role != ActorRole.Reporter;

    /// <param name="ministry">Whose request it is.</param>
    /// <param name="change">What becomes of the request.</param>
    /// <param name="decideBefore">The day for the decision where this was the last answer; null when nobody set one.</param>
    internal CaseState WithRequest(Ministry ministry, Func<MinistryRequest, MinistryRequest> change, DateOnly? decideBefore = null)
    {
        var request = RequestTo(ministry) ?? throw new InvalidOperationException($"Case {Number} holds no request to {ministry}.");
        return (this with { Requests = Requests.Replace(request, change(request)) }).WithMinistryProgress(decideBefore);
    }

    public CaseExperiment? Experiment(int number) => Experiments.FirstOrDefault(x => x.Number == number);

    internal CaseState WithExperiment(int number, Func<CaseExperiment, CaseExperiment> change)
    {
        var experiment = Experiment(number) ?? throw new InvalidOperationException($"Case {Number} holds no experiment {number}.");
        return this with { Experiments = Experiments.Replace(experiment, change(experiment)) };
    }

    internal CaseState WithPublication(Func<CasePublication, CasePublication> change) =>
        this with
        {
            Publication = change(
            Publication ?? throw new InvalidOperationException($"Case {Number} has no text for the public."))
        };

    /// <summary>Ends the requests that still wait for a ministry: nobody needs their answer any more.</summary>
    internal CaseState WithoutOpenRequests(CaseEvent e) => this with
    {
        Requests = [.. Requests.Select(r => r.HasEnded ? r : r with
        {
            Status = RequestStatus.NoLongerNeeded,
            EndedAt = e.At,
            NeedlessSince = e.Number,
            NeedlessOn = r.OurMoveSince ?? WorkingDays.DayOf(e.At),
            PausedOn = null,
            MoreTimeUntil = null,
        })],
    };

    /// <summary>
    /// Joins the requests: the case is back with the analyst when every ministry has ended; until then the nearest deadline counts.
    /// </summary>
    /// <param name="decideBefore">The day for the decision where all have ended; null leaves the day as it was.</param>
    internal CaseState WithMinistryProgress(DateOnly? decideBefore = null) =>
        Status is not (CaseStatus.AtMinistries or CaseStatus.AnswersIn) ? WhileTheReporterIsAsked(decideBefore)
        : Requests.All(r => r.HasEnded) ? this with { Status = CaseStatus.AnswersIn, DueOn = decideBefore ?? DueOn }
        : this with { Status = CaseStatus.AtMinistries, DueOn = Requests.Where(r => !r.HasEnded).Min(r => r.ReplyBefore) };

    /// <summary>The last answer may come while the reporter is asked: the desk has its days from there too.</summary>
    private CaseState WhileTheReporterIsAsked(DateOnly? decideBefore) =>
        this is { Status: CaseStatus.WaitingForReporter, ResumeStatus: CaseStatus.AtMinistries } && decideBefore > DueOn
            && Requests.All(r => r.HasEnded) ? this with { DueOn = decideBefore } : this;
}
