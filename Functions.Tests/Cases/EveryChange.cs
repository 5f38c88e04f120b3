using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Tests.Cases;

/// <summary>One change of every kind, for what must hold for all of them.</summary>
internal static class EveryChange
{
    private static readonly CaseNumber Other = CaseNumber.Parse("RR-2026-7KQ4N");
    private static readonly RuleReference Rule = new("BWBR0006251", "Wet BIG", "35", CaseFiles.Due);

    public static IReadOnlyList<CaseChange> All { get; } =
    [
        CaseFiles.Reported(),
        new CaseWithdrawn(),
        new ContextSuggested { EngineVersion = "1", Ministries = [Ministry.Vws], NoneOfThree = false, Rules = ["wet-big"] },
        CaseFiles.AssignedTo("Ans"),
        new ContextAnalysed { Source = RuleSource.Wet, Rules = [Rule], Ministries = [Ministry.Vws], DueOn = CaseFiles.Due,
            ExecutiveBodies = ["igj", "cibg"], Expected = OutcomeKind.HetKanAl },
        new ReporterAsked(),
        new ReporterReplied { DueOn = CaseFiles.Due, NewsBefore = CaseFiles.Due },
        new ReporterMessageRead(),
        new NoteAdded(),
        new ReporterNotAwaited(),
        new CaseLinked(Other),
        new CaseUnlinked(Other),
        new CaseMerged(Other),
        new OtherCaseMerged(Other),
        new CaseSplitOff(Other) { DueOn = CaseFiles.Due },
        new OtherCaseSplitOff(Other),
        new StatementWritten { Version = 1, DueOn = CaseFiles.Due },
        new StatementApproved { Version = 1, DueOn = CaseFiles.Due },
        new StatementReturned { Version = 1, DueOn = CaseFiles.Due },
        CaseFiles.Escalated(Ministry.Vws, Ministry.Szw),
        new MinistryAcknowledged(Ministry.Vws),
        new MinistryAnswered(Ministry.Vws, Late: true) { Stance = AnswerStance.Exemption, Rules = [new RuleStance(1, AnswerStance.Other)] },
        new MinistryAskedBack(Ministry.Vws),
        new AnalystAnsweredMinistry(Ministry.Vws, CaseFiles.Due),
        new MinistryAskedMoreTime(Ministry.Vws, CaseFiles.Due),
        new MoreTimeDecided(Ministry.Vws, Granted: true, CaseFiles.Due),
        new MinistryNotOurs(Ministry.Vws),
        new MinistryPassedOn(Ministry.Vws, "hash", CaseFiles.Due),
        new ContradictionExplained(),
        new MinistryPageLocked(Ministry.Vws),
        new MinistryMailed(Ministry.Vws, "hash", IsProven: true),
        new MailedAnswerRefused(Ministry.Vws),
        new QuestionTermRenewed(Ministry.Vws, CaseFiles.Due),
        CaseFiles.Mail("verzonden", Ministry.Vws),
        new ReporterTermRenewed(1, CaseFiles.Due),
        new NewDayPromised(CaseFiles.Due, DelayReason.AtMinistry),
        new OutcomeDetermined { Outcome = OutcomeKind.OntheffingExperiment, DueOn = CaseFiles.Due, Rule = Rule,
            HoldsUntil = CaseFiles.Due },
        new OutcomeDisputed { DueOn = CaseFiles.Due },
        new DisputeSettled(),
        new CaseReopened { DueOn = CaseFiles.Due },
        new CaseClosed(),
        new EffectAsked(EffectMoment.ThreeMonths),
        new EffectAnswered { Moment = EffectMoment.ThreeMonths, Noticed = EffectNoticed.No, DueOn = CaseFiles.Due },
        CaseFiles.Drafted() with { Region = "Twente", Size = OrganisationSize.Small },
        new PublicationApproved(1),
        new PublicationAgreed(1),
        new PublicationObjected(1, CaseFiles.Due),
        new CasePublished(1),
        new PublicationWithdrawn { KeepsDraft = true },
        new PublicationReviewed(CaseFiles.Due),
        new ExperimentStarted { Experiment = 1, Branche = Branche.Thuiszorg, Themes = [Theme.Arbeidsinnovatie], FrontRunner = "koploper" },
        new ExperimentNoted { Experiment = 1, Round = 1, Phase = ExperimentPhase.Explore },
        new ExperimentMeasured { Experiment = 1, Round = 0, Figures = [new MeasuredFigure(MeasureKind.Hours, 25.5m)] },
        new ExperimentEnded { Experiment = 1, Result = ExperimentResult.Worked },
        new ExperimentDrafted { Experiment = 1, Version = 1 },
        new ExperimentShared { Experiment = 1, Version = 1 },
        new ExperimentWithdrawn { Experiment = 1 },
        new DataErased { What = ErasedData.Texts, Ground = ErasureGround.Request, Of = CasePerson.Following(2) },
        CaseFiles.Joined(2) with { People = 12, Branche = Branche.Ggd, Region = "Twente" },
        new ContactChanged { Follower = 2, Reachable = true },
        new FollowCodeOffered { FollowCodeHash = "offered" },
        new FollowCodeRenewed { FollowCodeHash = "hash" },
    ];
}
