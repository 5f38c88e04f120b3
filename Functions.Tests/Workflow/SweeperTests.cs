using RegelLoket.Cases;
using RegelLoket.Workflow;

namespace RegelLoket.Tests.Workflow;

public sealed class SweeperTests
{
    [Theory]
    [InlineData(9, true, false, nameof(Sweeper.Verdict.LetBe))]
    [InlineData(10, true, false, nameof(Sweeper.Verdict.LetBe))]
    [InlineData(8, true, false, nameof(Sweeper.Verdict.Wake))]
    [InlineData(8, false, false, nameof(Sweeper.Verdict.Wake))]
    [InlineData(null, true, false, nameof(Sweeper.Verdict.Wake))]
    [InlineData(null, false, true, nameof(Sweeper.Verdict.AskHowFarItCame))]
    [InlineData(null, false, false, nameof(Sweeper.Verdict.LetBe))]
    public void VerdictOn_AnInstance_WakesWhatIsBehindAndStartsWhatIsExpected(int? seen, bool expected, bool recent, string verdict) =>
        Assert.Equal(verdict, Sweeper.VerdictOn(new WorkflowMark(Ministry.Vws, 7, 9, expected), seen, recent).ToString());
}
