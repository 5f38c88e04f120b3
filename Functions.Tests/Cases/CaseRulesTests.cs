using RegelLoket.Cases;

namespace RegelLoket.Tests.Cases;

public sealed class CaseRulesTests
{
    /// <summary>Allowed by every status but one, whose case the reporter no longer sees; how long after the end is another rule.</summary>
    private const string Everywhere = "WriteToReporter ";

    /// <summary>The whole table, written out apart from the code: every status with the steps that it allows.</summary>
    private static readonly Dictionary<CaseStatus, string> Expected = new()
    {
        [CaseStatus.Received] = "AddNote AnalyseContext AskReporter Assign Split Merge ReplyAsReporter Withdraw",
        [CaseStatus.Analysing] = "AddNote AnalyseContext AskReporter Assign Split Merge ReplyAsReporter Withdraw",
        [CaseStatus.WaitingForReporter] = "CloseUnanswered AddNote Assign Split Merge ReplyAsMinistry ReplyAsReporter "
            + "ReplyToMinistry Withdraw",
        [CaseStatus.DraftingStatement] = "AddNote AnalyseContext AskReporter Assign Split Merge ReplyAsReporter Withdraw WriteStatement",
        [CaseStatus.AwaitingApproval] = "AddNote AnalyseContext ApproveStatement AskReporter Assign Split Merge ReplyAsReporter Withdraw "
            + "WriteStatement",
        [CaseStatus.ReadyToDecide] = "AddNote AnalyseContext AskReporter Assign DetermineOutcome Escalate Split Merge ReplyAsReporter "
            + "Withdraw WriteStatement",
        [CaseStatus.AtMinistries] = "AddNote AskReporter Assign DetermineOutcome Escalate Merge ReplyAsMinistry ReplyAsReporter "
            + "ReplyToMinistry Withdraw",
        [CaseStatus.AnswersIn] = "AddNote AskReporter Assign DetermineOutcome Escalate Merge ReplyAsMinistry ReplyAsReporter Withdraw",
        [CaseStatus.OutcomeKnown] = "AddNote Assign Close DeclineSharing MeasureEffect ObjectToOutcome Publish Reopen ReplyAsReporter",
        [CaseStatus.Shared] = "AddNote Close MeasureEffect ObjectToOutcome Publish Reopen ReplyAsReporter",
        [CaseStatus.Closed] = "AddNote MeasureEffect ObjectToOutcome Publish Reopen ReplyAsReporter",
        [CaseStatus.Merged] = "AddNote ReplyAsReporter Withdraw",
        [CaseStatus.Withdrawn] = "AddNote",
        [CaseStatus.TakenBack] = "AddNote",
    };

    public static TheoryData<CaseStatus, CaseStep> EveryPair()
    {
        var pairs = new TheoryData<CaseStatus, CaseStep>();
        foreach (var status in Enum.GetValues<CaseStatus>())
        {
            foreach (var step in Enum.GetValues<CaseStep>())
            {
                pairs.Add(status, step);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Refusal_EveryStatusAndStep_IsAsInTheTable(CaseStatus status, CaseStep step)
    {
        var state = new CaseState { Number = CaseNumber.Parse("RR-2026-7KQ4M"), Status = status };

        var refusal = CaseRules.Refusal(state, step);

        var allowed = (status == CaseStatus.TakenBack ? "" : Everywhere) + Expected[status];
        Assert.Equal(allowed.Split(' ').Contains(step.ToString()), refusal is null);
        Assert.Equal(CaseRules.Allows(state, step), refusal is null);
        if (refusal is not null)
        {
            Assert.Contains(status.Label(), refusal, StringComparison.Ordinal);
            Assert.All(refusal.Split('.', StringSplitOptions.RemoveEmptyEntries), sentence =>
                Assert.True(sentence.Split(' ').Length <= 25, sentence));
        }
    }
}
