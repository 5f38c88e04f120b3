using System.Collections.Immutable;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Cases;

/// <summary>
/// One workflow of a case and the newest event that concerns it: one after which it has something to send, or to wait for another moment.
/// It follows from the events alone, so anyone who knows the case knows which instances must have come how far.
/// </summary>
/// <param name="Ministry">The ministry whose request it is; null for the case's own workflow.</param>
/// <param name="First">The number of the event with which it began.</param>
/// <param name="Newest">The number of the newest event that concerns it.</param>
/// <param name="IsExpected">Whether an instance must run: something is still to come.</param>
public sealed record WorkflowMark(Ministry? Ministry, int First, int Newest, bool IsExpected)
{
    /// <summary>The name of the orchestration.</summary>
    public string Orchestration => Ministry is null ? "CaseWorkflow" : "MinistryWorkflow";

    /// <summary>The id of its instance: <c>RR-2026-7KQ4M</c> for the case, <c>RR-2026-7KQ4M:vws</c> for a ministry.</summary>
    public string InstanceOf(CaseNumber number) => Ministry is { } ministry ? $"{number.Value}:{ministry.Slug()}" : number.Value;

    /// <summary>The marks after one more event.</summary>
    internal static ImmutableArray<WorkflowMark> After(CaseState before, CaseEvent e, CaseState after)
    {
        var marks = before.Workflows.IsEmpty ? [new WorkflowMark(null, e.Number, e.Number, true)] : before.Workflows;
        var added = after.Requests.Select(r => r.Ministry).Distinct().Where(m => marks.All(mark => mark.Ministry != m));
        return
        [
            .. marks.Select(mark => mark with
            {
                Newest = Concerns(mark.Ministry, before, e, after) ? e.Number : mark.Newest,
                IsExpected = Expects(mark.Ministry, after),
            }),
            .. added.Select(ministry => new WorkflowMark(ministry, e.Number, e.Number, Expects(ministry, after))),
        ];
    }

    private static bool Concerns(Ministry? ministry, CaseState before, CaseEvent e, CaseState after) =>
        ministry is { } asked ? ConcernsRequest(asked, before, e.What) || Expects(ministry, before) != Expects(ministry, after)
            : ConcernsCase(e.What) || EndsAWait(e, after)
                || (after.OpenPromise is { } promise && promise != before.OpenPromise)
                || Expects(ministry: null, before) != Expects(ministry: null, after);

    private static bool ConcernsRequest(Ministry ministry, CaseState before, CaseChange change) => change switch
    {
        OutcomeDetermined => before.RequestTo(ministry)?.Status == RequestStatus.Answered,
        IMinistryChange own => own.Ministry == ministry,
        CaseEscalated escalated => escalated.Requests.Any(request => request.Ministry == ministry),
        MailRecorded mail => mail.Ministry == ministry && mail.CameBack,
        _ => false,
    };

    /// <summary>
    /// What a mail follows from, or another moment. That an event ends a case, or revives one, concerns it whatever it is.
    /// </summary>
    private static bool ConcernsCase(CaseChange change) => change is CaseReported or ReporterAsked or ReporterWrittenTo or ReporterReplied
        or ReporterSilent or CaseClosedUnanswered or CaseWithdrawn
        or OutcomeDetermined or OutcomeDisputed or DisputeSettled or CaseReopened or CaseClosed or CaseMerged or CaseSplitOff
        or OtherCaseMerged or ReporterTermRenewed or NewDayPromised
        or PublicationDrafted or PublicationApproved or PublicationObjected or CasePublished or PublicationWithdrawn
        or EffectAsked or EffectAnswered { DueOn: not null };

    /// <summary>
    /// That the reporter was told of the outcome, or can no longer be, after the term that it names: a case may wait for nothing else.
    /// Before, its workflow looks again at the end of the term.
    /// </summary>
    private static bool EndsAWait(CaseEvent e, CaseState after) =>
        after is { Status: CaseStatus.OutcomeKnown, Outcome: { DisputeBefore: { } before } outcome } && WorkingDays.DayOf(e.At) > before
        && (e.What is ContactChanged { Follower: null } or DataErased
            || (e.What is MailRecorded mail && mail.IsOf(MailKeys.OfOutcome(outcome.Number))));

    private static bool Expects(Ministry? ministry, CaseState state) =>
        ministry is { } asked ? state.IsOpen && state.RequestTo(asked) is { HasEnded: false } : !state.HasRunItsCourse;
}
