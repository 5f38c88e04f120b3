using System.Collections.Immutable;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Cases;

/// <summary>
/// A workflow of a case, with the newest event that it must handle: one after which it has something to send or another
/// moment to wait for. It follows from the events alone, so that the progress of every instance can be checked against
/// the case.
/// </summary>
/// <param name="Ministry">The ministry of the request; null for the case's own workflow.</param>
/// <param name="First">The number of the event with which it began.</param>
/// <param name="Newest">The number of the newest event that concerns it.</param>
/// <param name="IsExpected">Whether an instance must be running, because it still has something to do.</param>
public sealed record WorkflowMark(Ministry? Ministry, int First, int Newest, bool IsExpected)
{
    /// <summary>The name of the orchestration.</summary>
    public string Orchestration => Ministry is null ? "CaseWorkflow" : "MinistryWorkflow";

    /// <summary>The instance id: <c>RR-2026-7KQ4M</c> for the case, <c>RR-2026-7KQ4M:vws</c> for a ministry.</summary>
    public string InstanceOf(CaseNumber number) =>
        Ministry is { } ministry ? $"{number.Value}:{ministry.Slug()}" : number.Value;

    /// <summary>Returns the marks after the next event.</summary>
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
        ministry is { } asked ? ConcernsRequest(asked, e.What) || Expects(ministry, before) != Expects(ministry, after)
            : ConcernsCase(e.What) || EndsAWait(e, after) || NotifiesOfUndoneSplit(e.What, after)
                || EffectTally.Reopens(before) != EffectTally.Reopens(after)
                || (after.OpenPromise is { } promise && promise != before.OpenPromise)
                || Expects(ministry: null, before) != Expects(ministry: null, after);

    private static bool ConcernsRequest(Ministry ministry, CaseChange change) => change switch
    {
        IMinistryChange own => own.Ministry == ministry,
        CaseEscalated escalated => escalated.Requests.Any(request => request.Ministry == ministry),
        MailRecorded mail => mail.Ministry == ministry && mail.CameBack,
        _ => false,
    };

    /// <summary>
    /// Whether a change leads to a mail or to another moment to wait for. An event that ends or revives a case concerns
    /// it in any case.
    /// </summary>
    private static bool ConcernsCase(CaseChange change) =>
        change is CaseReported or ReporterAsked or ReporterWrittenTo or ReporterReplied
        or ReporterSilent or CaseClosedUnanswered or CaseWithdrawn
        or OutcomeDetermined or OutcomeDisputed or DisputeSettled or CaseReopened or CaseClosed or CaseMerged or CaseSplitOff
        or ReportSplit or ReportSplitUndone or PartTakenBack or PartGoesOn or OtherCaseMerged or ReporterTermRenewed or NewDayPromised
        or PublicationDrafted or PublicationApproved or PublicationObjected or CasePublished or PublicationWithdrawn
        or PublicationDraftDropped or SharingDeclined
        or EffectAsked or EffectAnswered { DueOn: not null };

    /// <summary>
    /// Whether the reporter was notified of the outcome, or can no longer be, after the term that the notice names: the
    /// case may have nothing else to wait for. Before that, its workflow checks again at the end of the term.
    /// </summary>
    private static bool EndsAWait(CaseEvent e, CaseState after) =>
        after is { Status: CaseStatus.OutcomeKnown, Outcome: { DisputeBefore: { } before } outcome }
            && WorkingDays.DayOf(e.At) > before
        && (e.What is ContactChanged { Follower: null } or DataErased
            || (e.What is MailRecorded mail && mail.IsOf(MailKeys.OfOutcome(outcome.Number))));

    /// <summary>
    /// Whether the reporter was mailed about a split that was undone meanwhile, and so has to hear of that too.
    /// </summary>
    private static bool NotifiesOfUndoneSplit(CaseChange change, CaseState after) =>
        after.UndoneSplit is { } split && change is MailRecorded mail && mail.IsOf(MailKeys.OfSplit(split));

    private static bool Expects(Ministry? ministry, CaseState state) =>
        ministry is { } asked ? state.IsOpen && state.RequestTo(asked) is { HasEnded: false } : !state.HasRunItsCourse;
}
