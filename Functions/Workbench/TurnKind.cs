namespace RegelLoket.Workbench;

/// <summary>The kinds of step, as <see cref="NextStep"/> words them.</summary>
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
