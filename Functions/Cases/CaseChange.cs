using System.Text.Json.Serialization;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Cases;

/// <summary>
/// What an event changed, and how that changes the state. Types are add-only: a stream is never rewritten, so every
/// type and property that was ever written must stay readable.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(CaseReported), "caseReported")]
[JsonDerivedType(typeof(CaseWithdrawn), "caseWithdrawn")]
[JsonDerivedType(typeof(ContextSuggested), "contextSuggested")]
[JsonDerivedType(typeof(CaseAssigned), "caseAssigned")]
[JsonDerivedType(typeof(ContextAnalysed), "contextAnalysed")]
[JsonDerivedType(typeof(ReporterAsked), "reporterAsked")]
[JsonDerivedType(typeof(ReporterReplied), "reporterReplied")]
[JsonDerivedType(typeof(ReporterMessageRead), "reporterMessageRead")]
[JsonDerivedType(typeof(ReporterWrittenTo), "reporterWrittenTo")]
[JsonDerivedType(typeof(DeskMessageRead), "deskMessageRead")]
[JsonDerivedType(typeof(ReporterSilent), "reporterSilent")]
[JsonDerivedType(typeof(CaseClosedUnanswered), "caseClosedUnanswered")]
[JsonDerivedType(typeof(NoteAdded), "noteAdded")]
[JsonDerivedType(typeof(ReporterNotAwaited), "reporterNotAwaited")]
[JsonDerivedType(typeof(CaseLinked), "caseLinked")]
[JsonDerivedType(typeof(CaseUnlinked), "caseUnlinked")]
[JsonDerivedType(typeof(CaseMerged), "caseMerged")]
[JsonDerivedType(typeof(OtherCaseMerged), "caseAbsorbed")]
[JsonDerivedType(typeof(CaseSplitOff), "caseSplitOff")]
[JsonDerivedType(typeof(OtherCaseSplitOff), "caseReleased")]
[JsonDerivedType(typeof(StatementWritten), "statementWritten")]
[JsonDerivedType(typeof(StatementApproved), "statementApproved")]
[JsonDerivedType(typeof(StatementReturned), "statementReturned")]
[JsonDerivedType(typeof(CaseEscalated), "caseEscalated")]
[JsonDerivedType(typeof(MinistryAcknowledged), "ministryAcknowledged")]
[JsonDerivedType(typeof(MinistryAnswered), "ministryAnswered")]
[JsonDerivedType(typeof(MinistryAskedBack), "ministryAskedBack")]
[JsonDerivedType(typeof(AnalystAnsweredMinistry), "analystAnsweredMinistry")]
[JsonDerivedType(typeof(MinistryAskedMoreTime), "ministryAskedMoreTime")]
[JsonDerivedType(typeof(MoreTimeDecided), "moreTimeDecided")]
[JsonDerivedType(typeof(MinistryNotOurs), "ministryNotOurs")]
[JsonDerivedType(typeof(MinistryPassedOn), "ministryPassedOn")]
[JsonDerivedType(typeof(ContradictionExplained), "contradictionExplained")]
[JsonDerivedType(typeof(MinistryPageLocked), "ministryPageLocked")]
[JsonDerivedType(typeof(MinistryMailed), "ministryMailed")]
[JsonDerivedType(typeof(MailedAnswerRefused), "mailedAnswerRefused")]
[JsonDerivedType(typeof(QuestionTermRenewed), "questionTermRenewed")]
[JsonDerivedType(typeof(MailRecorded), "mailRecorded")]
[JsonDerivedType(typeof(ReporterTermRenewed), "reporterTermRenewed")]
[JsonDerivedType(typeof(NewDayPromised), "newDayPromised")]
[JsonDerivedType(typeof(OutcomeDetermined), "outcomeDetermined")]
[JsonDerivedType(typeof(OutcomeDisputed), "outcomeDisputed")]
[JsonDerivedType(typeof(DisputeSettled), "disputeSettled")]
[JsonDerivedType(typeof(CaseReopened), "caseReopened")]
[JsonDerivedType(typeof(CaseClosed), "caseClosed")]
[JsonDerivedType(typeof(EffectAsked), "effectAsked")]
[JsonDerivedType(typeof(EffectAnswered), "effectAnswered")]
[JsonDerivedType(typeof(PublicationDrafted), "publicationDrafted")]
[JsonDerivedType(typeof(PublicationApproved), "publicationApproved")]
[JsonDerivedType(typeof(PublicationAgreed), "publicationAgreed")]
[JsonDerivedType(typeof(PublicationObjected), "publicationObjected")]
[JsonDerivedType(typeof(CasePublished), "casePublished")]
[JsonDerivedType(typeof(PublicationWithdrawn), "publicationWithdrawn")]
[JsonDerivedType(typeof(ExperimentStarted), "experimentStarted")]
[JsonDerivedType(typeof(ExperimentNoted), "experimentNoted")]
[JsonDerivedType(typeof(ExperimentMeasured), "experimentMeasured")]
[JsonDerivedType(typeof(ExperimentEnded), "experimentEnded")]
[JsonDerivedType(typeof(ExperimentDrafted), "experimentDrafted")]
[JsonDerivedType(typeof(ExperimentShared), "experimentShared")]
[JsonDerivedType(typeof(ExperimentWithdrawn), "experimentWithdrawn")]
[JsonDerivedType(typeof(PublicationReviewed), "publicationReviewed")]
[JsonDerivedType(typeof(DataErased), "dataErased")]
[JsonDerivedType(typeof(CaseJoined), "caseJoined")]
[JsonDerivedType(typeof(ContactChanged), "contactChanged")]
[JsonDerivedType(typeof(FollowCodeOffered), "followCodeOffered")]
[JsonDerivedType(typeof(FollowCodeRenewed), "followCodeRenewed")]
public abstract record CaseChange
{
    /// <summary>The state after this change. Pure: the same stream always folds to the same state.</summary>
    /// <param name="state">The state before; for the first event an empty one.</param>
    /// <param name="e">The event that carries this change.</param>
    public abstract CaseState ApplyTo(CaseState state, CaseEvent e);
}
