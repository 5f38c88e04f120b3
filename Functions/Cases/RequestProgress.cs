namespace RegelLoket.Cases;

/// <summary>What happens to the questions of a case to ministries: one changes, all end, or the last answer is in.</summary>
internal static class RequestProgress
{
    /// <summary>
    /// Changes the request to a ministry. The day is the one on which the decision is due when this was the last answer.
    /// </summary>
    internal static CaseState WithRequest(
        this CaseState state, Ministry ministry, Func<MinistryRequest, MinistryRequest> change, DateOnly? decideBefore = null)
    {
        var request = state.RequestTo(ministry)
            ?? throw new InvalidOperationException($"Case {state.Number} holds no request to {ministry}.");
        return (state with { Requests = state.Requests.Replace(request, change(request)) }).WithMinistryProgress(decideBefore);
    }

    /// <summary>Ends the requests that still wait for a ministry, since their answer is no longer needed.</summary>
    internal static CaseState WithoutOpenRequests(this CaseState state, CaseEvent e) => state with
    {
        Requests = [.. state.Requests.Select(r => r.HasEnded ? r : r with
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
    /// Joins the requests: the case returns to the analyst when every ministry is done; until then the nearest deadline
    /// counts. The day is the one on which the decision is due when all are done; null leaves it as it was.
    /// </summary>
    internal static CaseState WithMinistryProgress(this CaseState state, DateOnly? decideBefore = null) =>
        state.Status is not (CaseStatus.AtMinistries or CaseStatus.AnswersIn) ? WhileTheReporterIsAsked(state, decideBefore)
        : state.Requests.All(r => r.HasEnded) ? state with { Status = CaseStatus.AnswersIn, DueOn = decideBefore ?? state.DueOn }
        : state with { Status = CaseStatus.AtMinistries, DueOn = state.Requests.Where(r => !r.HasEnded).Min(r => r.ReplyBefore) };

    /// <summary>Sets the decision day when the last answer comes while the reporter is asked something.</summary>
    private static CaseState WhileTheReporterIsAsked(CaseState state, DateOnly? decideBefore) =>
        state is { Status: CaseStatus.WaitingForReporter, ResumeStatus: CaseStatus.AtMinistries } && decideBefore > state.DueOn
            && state.Requests.All(r => r.HasEnded) ? state with { DueOn = decideBefore } : state;
}
