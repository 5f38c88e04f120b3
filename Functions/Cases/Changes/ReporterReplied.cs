using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>
/// The reporter wrote, in reply to a question or unasked. A reply restarts the clock and moves the deadline by the
/// working days of the pause.
/// </summary>
public sealed record ReporterReplied : CaseChange
{
    /// <summary>The new deadline; null leaves it as it was.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The last day on which the reporter gets news, from now on; null leaves it as it was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? NewsBefore { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => (state with
    {
        Dialogue = [.. state.Dialogue, new(e.By, e.At, e.Text(TextNames.Reply))],
        Status = state.Status == CaseStatus.WaitingForReporter ? state.ResumeStatus!.Value : state.Status,
        StatusBeforeMerge = state.StatusBeforeMerge == CaseStatus.WaitingForReporter ? Resumed(state)
            : state.StatusBeforeMerge,
        ResumeStatus = null,
        PausedOn = null,
        DueOn = DueOn ?? state.DueOn,
        Promise = NewsBefore is { } day ? new(day) : state.Promise,
        UnreadSince = state.UnreadSince ?? e.At,
        UnreadByReporterSince = null,
    }).WithMinistryProgress();

    /// <summary>Returns the status after a later split-off; a ministry may have answered meanwhile.</summary>
    private static CaseStatus? Resumed(CaseState state) =>
        state is { ResumeStatus: CaseStatus.AtMinistries } && state.Requests.All(request => request.HasEnded)
            ? CaseStatus.AnswersIn
        : state.ResumeStatus;
}
