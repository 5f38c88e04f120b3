using RegelLoket.Cases.Changes;

namespace RegelLoket.Cases;

/// <summary>
/// Keeps what the reporter was promised: on the day they have either heard something, or they hear a new day with the
/// reason. Pure, so that the workflow can ask at any time.
/// </summary>
public static class Promises
{
    /// <summary>Late enough for real news of the day to come first, and early enough to be read on it.</summary>
    private static readonly TimeOnly Hour = new(16, 0);

    /// <summary>When a new day must be named if nothing else is said before; null when the reporter waits for nothing.</summary>
    public static DateTimeOffset? EndOf(CaseState state) =>
        state.OpenPromise is { } promise ? WorkingDays.MomentOf(promise.Until, Hour) : null;

    /// <summary>The new day, when the promised one has come and the reporter still waits; otherwise null.</summary>
    public static NewDayPromised? Renewal(CaseState state, DateTimeOffset now, WorkingDays days, StepTerms terms) =>
        EndOf(state) is { } end && end <= now ? Later(state, WorkingDays.DayOf(now), days, terms) : null;

    private static NewDayPromised Later(CaseState state, DateOnly today, WorkingDays days, StepTerms terms)
    {
        var because = ReasonOf(state, today);
        return new(NextDay(state, because, today, days, terms), because);
    }

    /// <summary>
    /// The day that holds once a wait for the reporter has ended: it moved by the working days that the clock stood
    /// still. One that is over all the same becomes a new one.
    /// </summary>
    /// <param name="state">The case while it waits.</param>
    /// <param name="today">The day on which it goes on.</param>
    /// <param name="days">The calendar.</param>
    /// <param name="terms">How long each step may take.</param>
    public static DateOnly? AfterPause(CaseState state, DateOnly today, WorkingDays days, StepTerms terms)
    {
        if (state is not { PausedOn: { } paused, Promise: { } promise })
        {
            return null;
        }

        var moved = days.Add(promise.Until, Math.Max(0, days.Between(paused, today)));
        return moved > today ? moved : days.Add(today, terms.News);
    }

    /// <summary>
    /// While the term of a ministry runs, the day follows from it. Otherwise the second day in a row with the same reason
    /// is twice as far away: a mail that says the same again soon says little.
    /// </summary>
    private static DateOnly NextDay(CaseState state, DelayReason because, DateOnly today, WorkingDays days, StepTerms terms)
    {
        var lastReply = state.Status == CaseStatus.AtMinistries
            ? state.Requests.Where(r => !r.HasEnded).Select(r => (DateOnly?)r.ReplyBefore).Max() : null;
        return lastReply > today ? days.Add(lastReply.Value, terms.Decision)
            : days.Add(today, state.Promise?.Because == because ? 2 * terms.News : terms.News);
    }

    private static DelayReason ReasonOf(CaseState state, DateOnly today) => state.Status switch
    {
        CaseStatus.Received => DelayReason.NotTakenUp,
        CaseStatus.DraftingStatement or CaseStatus.AwaitingApproval => DelayReason.StatingTheProblem,
        CaseStatus.ReadyToDecide => DelayReason.Deciding,
        CaseStatus.AtMinistries => ReasonAt(state.Requests.Where(r => !r.HasEnded).ToList(), today),
        CaseStatus.AnswersIn => DelayReason.WritingAnswer,
        CaseStatus.OutcomeKnown => DelayReason.LookingAgain,
        _ => DelayReason.LookingInto,
    };

    /// <summary>A ministry is late only while it has the move, as everywhere.</summary>
    private static DelayReason ReasonAt(IReadOnlyList<MinistryRequest> open, DateOnly today) =>
        open.Any(r => r.OurMoveSince is null && r.ReplyBefore < today) ? DelayReason.MinistryLate
        : open.All(r => r.OurMoveSince is not null) ? DelayReason.MinistryReacted
        : DelayReason.AtMinistry;
}
