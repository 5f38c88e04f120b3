namespace RegelLoket.Workbench;

/// <summary>What a case can ask for, in the words of <see cref="NextStep"/>.</summary>
public enum TurnKind
{
    ReadMinistryMail,
    ReadReporter,
    AnswerMinistry,
    DecideMoreTime,
    DecideWithoutReporter,
    AnswerDispute,
    AnswerEffect,
    AnswerObjection,
    ResendOutcome,
    ResendPublication,
    Publish,
    ApproveStatement,
    ApprovePublication,
    AnalyseContext,
    WriteStatement,
    Escalate,
    DecideWithoutMinistry,
    DecideOnAnswers,
    WritePublication,
    TakeUp,
    AwaitReporter,
    AwaitMinistries,
    AwaitReader,
    Nothing,
}
