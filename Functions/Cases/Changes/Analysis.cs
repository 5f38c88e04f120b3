using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>The automatic suggestion with its version, for comparison with the analyst's findings.</summary>
public sealed record ContextSuggested : CaseChange
{
    public required string EngineVersion { get; init; }

    public required IReadOnlyList<Ministry> Ministries { get; init; }

    public required bool NoneOfThree { get; init; }

    /// <summary>The catalogue ids of the suggested rules, best first.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    public string? ExecutiveBody { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with { Suggestion = this };
}

/// <summary>The case got another handler, or none.</summary>
public sealed record CaseAssigned : CaseChange
{
    public required string? From { get; init; }

    public required string? To { get; init; }

    /// <summary>The id of the new handler (<see cref="Actor.Id"/>), where it is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ToId { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Handler = To,
        HandlerId = ToId,
        Status = state.Status == CaseStatus.Received && To is not null ? CaseStatus.Analysing : state.Status,
    };
}

/// <summary>
/// The context analysis: the source and the owner of the rule. A new one voids an earlier approval of the problem
/// statement.
/// </summary>
public sealed record ContextAnalysed : CaseChange, ISharedText
{
    string ISharedText.SharedText => "context";

    public required RuleSource Source { get; init; }

    public required IReadOnlyList<RuleReference> Rules { get; init; }

    /// <summary>The owners of the rule among the three ministries; empty when it is none of them.</summary>
    public required IReadOnlyList<Ministry> Ministries { get; init; }

    /// <summary>The one executive body in an event from before several could be named.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExecutiveBody { get; init; }

    /// <summary>The executive bodies (uitvoerders), by their slugs in the catalogue; null in an event of before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? ExecutiveBodies { get; init; }

    /// <summary>How the analyst expects the case to end; null when nobody can tell yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OutcomeKind? Expected { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>All executive bodies, however they were written down.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> AllBodies => ExecutiveBodies ?? (ExecutiveBody is { } one ? [one] : []);

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Context = new(Source, Rules, Ministries, AllBodies, e.Text(TextNames.Explanation), e.By, e.At) { Expected = Expected },
        ApprovedVersion = null,
        Status = CaseStatus.DraftingStatement,
        Handler = state.Handler ?? e.By.Name,
        HandlerId = state.Handler is null ? e.By.Id : state.HandlerId,
        DueOn = DueOn,
    };
}

/// <summary>The analyst asked the reporter something; the clock of the case is paused until the reply.</summary>
public sealed record ReporterAsked : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Dialogue = [.. state.Dialogue, new(e.By, e.At, e.Text(TextNames.Question))],
        ResumeStatus = state.Status,
        PausedOn = WorkingDays.DayOf(e.At),
        ReporterSilentSince = null,
        Status = CaseStatus.WaitingForReporter,
    };
}

/// <summary>The analyst goes on without a reply: the deadline moves by the working days of the pause.</summary>
public sealed record ReporterNotAwaited : CaseChange
{
    /// <summary>The new deadline; null when none was set.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The last day on which the reporter hears something, from now on; null leaves it as it was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? NewsBefore { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => (state with
    {
        Status = state.ResumeStatus!.Value,
        ResumeStatus = null,
        PausedOn = null,
        DueOn = DueOn ?? state.DueOn,
        Promise = NewsBefore is { } day ? new(day) : state.Promise,
    }).WithMinistryProgress();
}

/// <summary>
/// The reporter wrote, in reply to a question or unasked. A reply restarts the clock and moves the deadline by the
/// working days of the pause.
/// </summary>
public sealed record ReporterReplied : CaseChange
{
    /// <summary>The new deadline; null leaves it as it was.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The last day on which the reporter hears something, from now on; null leaves it as it was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? NewsBefore { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => (state with
    {
        Dialogue = [.. state.Dialogue, new(e.By, e.At, e.Text(TextNames.Reply))],
        Status = state.Status == CaseStatus.WaitingForReporter ? state.ResumeStatus!.Value : state.Status,
        StatusBeforeMerge = state.StatusBeforeMerge == CaseStatus.WaitingForReporter ? Resumed(state) : state.StatusBeforeMerge,
        ResumeStatus = null,
        PausedOn = null,
        DueOn = DueOn ?? state.DueOn,
        Promise = NewsBefore is { } day ? new(day) : state.Promise,
        UnreadSince = state.UnreadSince ?? e.At,
        UnreadByReporterSince = null,
    }).WithMinistryProgress();

    /// <summary>Returns the status after a later split-off; a ministry may have answered meanwhile.</summary>
    private static CaseStatus? Resumed(CaseState state) =>
        state is { ResumeStatus: CaseStatus.AtMinistries } && state.Requests.All(request => request.HasEnded) ? CaseStatus.AnswersIn
        : state.ResumeStatus;
}

/// <summary>A colleague marked the reporter's message as read; it needs no further action.</summary>
public sealed record ReporterMessageRead : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with { UnreadSince = null };
}

/// <summary>A note among colleagues, which the reporter and the ministries never see.</summary>
public sealed record NoteAdded : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with { Notes = [.. state.Notes, new(e.By, e.At, e.Text(TextNames.Note))] };
}
