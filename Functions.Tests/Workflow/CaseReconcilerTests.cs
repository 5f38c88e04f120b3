using RegelLoket.Cases;
using RegelLoket.Workflow;

namespace RegelLoket.Tests.Workflow;

public sealed class CaseReconcilerTests
{
    [Theory]
    [InlineData(9, true, false, nameof(CaseReconciler.Verdict.Leave))]
    [InlineData(10, true, false, nameof(CaseReconciler.Verdict.Leave))]
    [InlineData(8, true, false, nameof(CaseReconciler.Verdict.Wake))]
    [InlineData(8, false, false, nameof(CaseReconciler.Verdict.Wake))]
    [InlineData(null, true, false, nameof(CaseReconciler.Verdict.Wake))]
    [InlineData(null, true, true, nameof(CaseReconciler.Verdict.Wake))]
    [InlineData(0, true, true, nameof(CaseReconciler.Verdict.Wake))]
    [InlineData(9, false, true, nameof(CaseReconciler.Verdict.Leave))]
    [InlineData(null, false, true, nameof(CaseReconciler.Verdict.AskLastHandled))]
    [InlineData(null, false, false, nameof(CaseReconciler.Verdict.Leave))]
    public void VerdictOn_AnInstance_WakesWhatIsBehindAndStartsWhatIsExpected(
        int? lastHandled, bool expected, bool recent, string verdict) =>
        Assert.Equal(verdict, CaseReconciler.VerdictOn(new WorkflowMark(Ministry.Vws, 7, 9, expected), lastHandled, recent).ToString());
}
