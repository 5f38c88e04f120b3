namespace RegelLoket.Cases;

/// <summary>
/// The steps that somebody can take on a case. Which of them a case allows follows from its status alone: <see cref="CaseRules"/>.
/// </summary>
public enum CaseStep
{
    Assign,
    AddNote,
    AskReporter,
    WriteToReporter,
    CloseUnanswered,
    ReplyAsReporter,
    Withdraw,
    AnalyseContext,
    WriteStatement,
    ApproveStatement,
    Escalate,
    ReplyAsMinistry,
    ReplyToMinistry,
    DetermineOutcome,
    ObjectToOutcome,
    Publish,
    Close,
    Reopen,
    MeasureEffect,
    Merge,
}
