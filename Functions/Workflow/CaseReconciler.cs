using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Workflow;

/// <summary>
/// Repairs what a crash left undone after an event: a row or marker that is behind, a workflow that was never started
/// or has failed, a signal that was never delivered. All repairs are idempotent.
/// </summary>
public sealed class CaseReconciler(
    CaseIndex index, CaseWorkflows caseWorkflows, TimeProvider clock, ILogger<CaseReconciler> logger)
{
    /// <summary>The age up to which a change is assumed to be in progress.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(1);

    /// <summary>The period after a change in which a completed workflow is checked for having handled it.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    /// <summary>The action on one workflow of a case.</summary>
    internal enum Verdict
    {
        Leave,
        Wake,
        AskLastHandled,
    }

    /// <summary>Runs every ten minutes, on one instance of the app.</summary>
    [Function(nameof(ReconcileCases))]
    public async Task ReconcileCases([TimerTrigger("0 */10 * * * *")] TimerInfo timer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        await ReconcilerRound.RunAsync(logger, RepairsAsync(workflows, cancellation), cancellation);

    /// <summary>Returns the action on a workflow.</summary>
    /// <param name="workflow">The workflow, with the newest event that concerns it.</param>
    /// <param name="lastHandled">The last event that its instance handled; null when none runs.</param>
    /// <param name="isRecent">Whether the case changed recently.</param>
    internal static Verdict VerdictOn(WorkflowMark workflow, int? lastHandled, bool isRecent) => lastHandled switch
    {
        { } known => known < workflow.Newest ? Verdict.Wake : Verdict.Leave,
        null when workflow.IsExpected => Verdict.Wake,
        null => isRecent ? Verdict.AskLastHandled : Verdict.Leave,
    };

    /// <summary>Returns the repairs of every case, however old: its marker, and each of its workflows.</summary>
    private async IAsyncEnumerable<Repair> RepairsAsync(DurableTaskClient workflows,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var markers = await index.OpenAsync(cancellation)
            .ToDictionaryAsync(row => row.Number, cancellationToken: cancellation);
        var running = await RunningAsync(workflows, cancellation);
        var now = clock.GetUtcNow();
        await foreach (var row in index.AllAsync(year: null, cancellation))
        {
            if (now - row.ChangedAt < OnItsWay)
            {
                continue;
            }

            var marker = markers.GetValueOrDefault(row.Number);
            if (row.IsOpen ? marker?.Position != row.Position : marker is not null)
            {
                yield return new Repair($"The marker of case {row.Number}", async token =>
                    await index.FoldAnewAsync(row.Number, token) is not null);
            }

            foreach (var workflow in row.Workflows)
            {
                var instance = workflow.InstanceOf(row.Number);
                int? lastHandled = running.TryGetValue(instance, out var known) ? known : null;
                var verdict = VerdictOn(workflow, lastHandled, isRecent: now - row.ChangedAt < Recent);
                if (verdict != Verdict.Leave)
                {
                    yield return new Repair(
                        $"Workflow {instance}", token => RepairAsync(row.Number, workflow, verdict, workflows, token));
                }
            }
        }
    }

    private async Task<bool> RepairAsync(CaseNumber number, WorkflowMark workflow, Verdict verdict, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        (verdict == Verdict.Wake || !await caseWorkflows.HasHandledAsync(workflows, number, workflow, cancellation))
        && await caseWorkflows.WakeAsync(workflows, number, workflow);

    /// <summary>Returns the running instances, with the last event that each has handled.</summary>
    private static async Task<Dictionary<string, int>> RunningAsync(
        DurableTaskClient workflows, CancellationToken cancellation)
    {
        var query = new OrchestrationQuery(
            Statuses: [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending,
                OrchestrationRuntimeStatus.Suspended],
            FetchInputsAndOutputs: true);
        return await workflows.GetAllInstancesAsync(query)
            .ToDictionaryAsync(i => i.InstanceId, i => i.ReadCustomStatusAs<WorkflowStatus>()
                ?.LastHandled ?? 0, cancellationToken: cancellation);
    }
}
