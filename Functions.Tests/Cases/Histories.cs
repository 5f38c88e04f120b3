using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Tests.Cases;

/// <summary>Lives of a case that could have happened: each choice takes one of the changes that the case allows then.</summary>
internal static class Histories
{
    private static readonly CaseNumber Other = CaseNumber.Parse("RR-2026-7KQ4N");

    public static CaseFile Of(IEnumerable<int> choices)
    {
        var changes = new List<CaseChange> { CaseFiles.Reported() };
        var state = new CaseState { Number = CaseFiles.Number }.After(CaseFiles.EventOf(changes[0], 1));
        foreach (var choice in choices)
        {
            var possible = Possible(state).ToList();
            changes.Add(possible[(int)((uint)choice % possible.Count)]);
            state = state.After(CaseFiles.EventOf(changes[^1], changes.Count));
        }

        return CaseFiles.Of([.. changes]);
    }

    private static IEnumerable<CaseChange> Possible(CaseState state) =>
        Always(state).Concat(OfTheAnalysis(state)).Concat(OfTheMinistries(state)).Concat(AfterTheDecision(state))
            .Concat(OfOtherCases(state));

    private static IEnumerable<CaseChange> Always(CaseState state) =>
    [
        new NoteAdded(), CaseFiles.Mail("teruggekomen", Ministry.Vws),
        new DataErased { What = ErasedData.Reporter, Ground = ErasureGround.Term },
        new FollowCodeOffered { FollowCodeHash = $"offered {state.Version}" },
        new FollowCodeRenewed { FollowCodeHash = $"{state.Version}" }, new ContactChanged { Reachable = state.Anonymous },
        CaseFiles.Joined(state.Followers.Length + FollowNumber.FirstFollower),
    ];

    private static IEnumerable<CaseChange> OfTheAnalysis(CaseState state) =>
    [
        .. When(state, CaseStep.Assign, CaseFiles.AssignedTo("Bea"), CaseFiles.AssignedTo(null)),
        .. When(state, CaseStep.AskReporter, new ReporterAsked()),
        .. When(state, CaseStep.ReplyAsReporter, new ReporterReplied()),
        .. When(state, CaseStep.WriteToReporter, new ReporterWrittenTo(), new DeskMessageRead()),
        .. When(state, CaseStep.CloseUnanswered, new ReporterSilent(), new CaseClosedUnanswered()),
        .. state.Status == CaseStatus.WaitingForReporter ? [new ReporterNotAwaited { DueOn = CaseFiles.Due }] : Array.Empty<CaseChange>(),
        .. When(state, CaseStep.Withdraw, new CaseWithdrawn()),
        .. When(state, CaseStep.AnalyseContext,
            new ContextAnalysed { Source = RuleSource.Amvb, Rules = [], Ministries = [Ministry.Ocw], DueOn = CaseFiles.Due }),
        .. When(state, CaseStep.WriteStatement, new StatementWritten { Version = state.Statements.Length + 1, DueOn = CaseFiles.Due }),
        .. When(
            state, CaseStep.ApproveStatement,
            new StatementApproved { Version = state.Statements.Length, DueOn = CaseFiles.Due },
            new StatementReturned { Version = state.Statements.Length, DueOn = CaseFiles.Due }),
    ];

    private static IEnumerable<CaseChange> OfTheMinistries(CaseState state)
    {
        var idle = EnumNames.All<Ministry>().Where(ministry => state.RequestTo(ministry) is null or { HasEnded: true }).ToArray();
        var asked = EnumNames.All<Ministry>().Except(idle);
        return
        [
            .. idle.Length == 0
                ? Array.Empty<CaseChange>()
                : When(state, CaseStep.Escalate, CaseFiles.Escalated(idle[..1]), CaseFiles.Escalated(idle)),
            .. asked.SelectMany(ministry => When(
                state, CaseStep.ReplyAsMinistry,
                new MinistryAcknowledged(ministry), new MinistryAnswered(ministry, Late: false), new MinistryAskedBack(ministry),
                new MinistryAskedMoreTime(ministry, CaseFiles.Due.AddDays(10)), new MinistryPassedOn(ministry, "", CaseFiles.Due),
                new MinistryNotOurs(ministry))),
            .. asked.SelectMany(ministry => When(
                state, CaseStep.ReplyToMinistry,
                new MinistrySilent(ministry, state.RequestTo(ministry)!.ReplyBefore),
                new AnalystAnsweredMinistry(ministry, CaseFiles.Due.AddDays(3)),
                new MoreTimeDecided(ministry, Granted: true, CaseFiles.Due.AddDays(10)))),
        ];
    }

    private static IEnumerable<CaseChange> AfterTheDecision(CaseState state) =>
    [
        .. When(state, CaseStep.DetermineOutcome, CaseFiles.Outcome()),
        .. When(state, CaseStep.ObjectToOutcome, new OutcomeDisputed { DueOn = CaseFiles.Due }),
        .. state.Dispute is null ? Array.Empty<CaseChange>() : [new DisputeSettled()],
        .. When(state, CaseStep.Close, new CaseClosed()),
        .. When(state, CaseStep.Reopen, new CaseReopened { DueOn = CaseFiles.Due }),
        .. When(
            state, CaseStep.MeasureEffect,
            new EffectAsked(EffectMoment.ThreeMonths),
            new EffectAnswered { Moment = EffectMoment.ThreeMonths, Noticed = EffectNoticed.No, DueOn = CaseFiles.Due }),
        .. When(state, CaseStep.MeasureEffect, [.. state.Followers.Select(follower => new FollowerEffectAnswered
            { Follower = follower.Place, Moment = EffectMoment.ThreeMonths, Noticed = EffectNoticed.No })]),
        .. state.Publication is { IsPublic: true } ? [] : When(
            state, CaseStep.DeclineSharing, new SharingDeclined(NotSharedReason.OnlyHere)),
        .. When(state, CaseStep.Publish, CaseFiles.Drafted((state.Publication?.Version ?? 0) + 1)),
        .. state.Publication is { } publication
            ? When(
                state, CaseStep.Publish,
                new PublicationApproved(publication.Version), new CasePublished(publication.Version), new PublicationWithdrawn())
            : Array.Empty<CaseChange>(),
    ];

    private static IEnumerable<CaseChange> OfOtherCases(CaseState state) =>
    [
        new CaseLinked(Other), new CaseUnlinked(Other), new OtherCaseMerged(Other), new OtherCaseSplitOff(Other),
        .. When(state, CaseStep.Merge, new CaseMerged(Other)),
        .. state.Split is null ? When(state, CaseStep.Split, new ReportSplit { Parts = [Other], DueOn = CaseFiles.Due })
            : [new ReportSplitUndone(state.Split.Event)],
        .. state.Status == CaseStatus.Received ? [new PartTakenBack(Other)] : Array.Empty<CaseChange>(),
        .. state.BeforeTakenBack is null ? Array.Empty<CaseChange>() : [new PartGoesOn(Other)],
        .. state.MergedInto is null ? Array.Empty<CaseChange>() : [new CaseSplitOff(Other) { DueOn = CaseFiles.Due }],
    ];

    private static IEnumerable<CaseChange> When(CaseState state, CaseStep step, params CaseChange[] changes) =>
        CaseRules.Allows(state, step) ? changes : [];
}
