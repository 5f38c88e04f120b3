using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Workflow;

namespace RegelLoket.Tests.Workflow;

public sealed class CaseReconcilerTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(9, 0, true, false, nameof(CaseReconciler.Verdict.Leave))]
    [InlineData(10, 0, true, false, nameof(CaseReconciler.Verdict.Leave))]
    [InlineData(8, 1, true, false, nameof(CaseReconciler.Verdict.Wake))]
    [InlineData(8, 1, false, false, nameof(CaseReconciler.Verdict.Wake))]
    [InlineData(8, 2, true, false, nameof(CaseReconciler.Verdict.Wake))]
    [InlineData(8, 3, true, false, nameof(CaseReconciler.Verdict.BeginAnew))]
    [InlineData(8, 3, false, false, nameof(CaseReconciler.Verdict.BeginAnew))]
    [InlineData(9, 1, true, false, nameof(CaseReconciler.Verdict.Leave))]
    [InlineData(9, 3, true, false, nameof(CaseReconciler.Verdict.BeginAnew))]
    [InlineData(0, 1, true, true, nameof(CaseReconciler.Verdict.Wake))]
    [InlineData(9, 0, false, true, nameof(CaseReconciler.Verdict.Leave))]
    public void VerdictOn_ARunningInstance_WakesWhatIsBehindAndBeginsAnewWhatStandsStill(
        int lastHandled, int rounds, bool expected, bool recent, string verdict) =>
        Assert.Equal(verdict, CaseReconciler.VerdictOn(Mark(expected), new WorkflowStatus(lastHandled), rounds, recent).ToString());

    [Theory]
    [InlineData(true, false, nameof(CaseReconciler.Verdict.Wake))]
    [InlineData(true, true, nameof(CaseReconciler.Verdict.Wake))]
    [InlineData(false, true, nameof(CaseReconciler.Verdict.AskLastHandled))]
    [InlineData(false, false, nameof(CaseReconciler.Verdict.Leave))]
    public void VerdictOn_NoInstance_StartsWhatIsExpected(bool expected, bool recent, string verdict) =>
        Assert.Equal(verdict, CaseReconciler.VerdictOn(Mark(expected), place: null, rounds: 0, recent).ToString());

    [Theory]
    [InlineData(8, null, true)]
    [InlineData(9, null, false)]
    [InlineData(9, 5, false)]
    [InlineData(9, -9, false)]
    [InlineData(9, -11, true)]
    [InlineData(8, 5, true)]
    public void IsBehind_AnEventOrAMomentPassed_Tells(int lastHandled, int? wakesInMinutes, bool behind) => Assert.Equal(
        behind, new WorkflowStatus(lastHandled, wakesInMinutes is { } minutes ? Now.AddMinutes(minutes) : null).IsBehind(9, Now));

    [Theory]
    [InlineData("{\"LastHandled\":\"negen\"}")]
    [InlineData("geen json")]
    [InlineData(null)]
    public void PlaceOf_AnInstanceThatDoesNotTellReadably_IsItsBeginning(string? status)
    {
        var reconciler = new CaseReconciler(null!, null!, null!, TimeProvider.System, NullLogger<CaseReconciler>.Instance);
        var instance = new OrchestrationMetadata("case", "id")
        { SerializedCustomStatus = status, DataConverter = JsonDataConverter.Default };

        Assert.Equal(new WorkflowStatus(LastHandled: 0), reconciler.PlaceOf(instance));
    }

    private static WorkflowMark Mark(bool expected) => new(Ministry.Vws, 7, 9, expected);
}
