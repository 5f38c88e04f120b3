namespace RegelLoket.Cases;

/// <summary>The steps on a case. The status alone decides which ones are allowed: <see cref="CaseRules"/>.</summary>
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
    DeclineSharing,
    Close,
    Reopen,
    MeasureEffect,
    Merge,
    Split,
}
