using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Workflow;

/// <summary>
/// Repairs what a crash left undone after an event: a row or marker that is behind, a workflow that was never started,
/// has failed or is stuck, a signal that was never delivered. All repairs are idempotent.
/// </summary>
public sealed class CaseReconciler(
    CaseIndex index, CaseWorkflows caseWorkflows, Standstills standstills, TimeProvider clock, ILogger<CaseReconciler> logger)
{
    /// <summary>The age up to which a change is assumed to be in progress.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(1);

    /// <summary>The period after a change in which a completed workflow is checked for having handled it.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    /// <summary>
    /// The number of workflows that are repaired at the same time: after the loss of a task hub there are thousands, and
    /// the round must end before the next one.
    /// </summary>
    private const int WorkflowsAtOnce = 8;

    /// <summary>The place of an instance that an operator suspended: it is left alone, and signals wait in it.</summary>
    private static readonly WorkflowStatus Suspended = new(LastHandled: int.MaxValue);

    /// <summary>The action on one workflow of a case.</summary>
    internal enum Verdict
    {
        Leave,
        Wake,
        AskLastHandled,
        BeginAnew,
    }

    /// <summary>Runs every ten minutes, on one instance of the app.</summary>
    [Function(nameof(ReconcileCases))]
    public async Task ReconcileCases([TimerTrigger("0 */10 * * * *")] TimerInfo timer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        await ReconcilerRound.RunAsync(logger, RepairsAsync(workflows, cancellation), cancellation, WorkflowsAtOnce);

    /// <summary>Returns the action on a workflow.</summary>
    /// <param name="workflow">The workflow, with the newest event that concerns it.</param>
    /// <param name="place">How far its instance has come; null when none runs.</param>
    /// <param name="rounds">The number of rounds in which a running instance was found behind at that place, this one
    /// included; 0 when it is not behind.</param>
    /// <param name="isRecent">Whether the case changed recently.</param>
    internal static Verdict VerdictOn(WorkflowMark workflow, WorkflowStatus? place, int rounds, bool isRecent) => place switch
    {
        not null when rounds >= Standstills.Patience => Verdict.BeginAnew,
        // One that is behind its calendar alone has a timer on its way: a signal would only make it look twice.
        { LastHandled: var known } => known < workflow.Newest ? Verdict.Wake : Verdict.Leave,
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
                var place = running.GetValueOrDefault(instance);
                var verdict = VerdictOn(
                    workflow, place, RoundsBehind(instance, place, workflow, now), isRecent: now - row.ChangedAt < Recent);
                if (verdict != Verdict.Leave)
                {
                    yield return new Repair(
                        $"Workflow {instance}", token => RepairAsync(row.Number, workflow, verdict, workflows, token));
                }
            }
        }
    }

    private int RoundsBehind(string instance, WorkflowStatus? place, WorkflowMark workflow, DateTimeOffset now)
    {
        if (place?.IsBehind(workflow.Newest, now) == true)
        {
            return standstills.Count(instance, place);
        }

        standstills.Forget(instance);
        return 0;
    }

    private async Task<bool> RepairAsync(CaseNumber number, WorkflowMark workflow, Verdict verdict, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        switch (verdict)
        {
            case Verdict.AskLastHandled when await caseWorkflows.HasHandledAsync(workflows, number, workflow, cancellation):
                return false;
            case Verdict.BeginAnew:
                await CaseWorkflows.EndAsync(workflows, number, workflow, cancellation);
                standstills.Forget(workflow.InstanceOf(number));
                break;
        }

        return await caseWorkflows.WakeAsync(workflows, number, workflow);
    }

    /// <summary>Returns the running instances, with how far each has come.</summary>
    private async Task<Dictionary<string, WorkflowStatus>> RunningAsync(
        DurableTaskClient workflows, CancellationToken cancellation)
    {
        var query = new OrchestrationQuery(
            Statuses: [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending,
                OrchestrationRuntimeStatus.Suspended],
            FetchInputsAndOutputs: true);
        return await workflows.GetAllInstancesAsync(query)
            .ToDictionaryAsync(i => i.InstanceId, i => i.RuntimeStatus == OrchestrationRuntimeStatus.Suspended ? Suspended
                : PlaceOf(i), cancellationToken: cancellation);
    }

    /// <summary>Returns how far an instance has come. One that does not tell, or not readably, counts as standing at its
    /// beginning: it is woken, and in the end begun anew.</summary>
    internal WorkflowStatus PlaceOf(OrchestrationMetadata instance)
    {
        try
        {
            return instance.ReadCustomStatusAs<WorkflowStatus>() ?? new WorkflowStatus(LastHandled: 0);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or InvalidOperationException)
        {
            logger.LogError(
                "The place of workflow {Instance} cannot be read ({Failure}).", instance.InstanceId, unreadable.GetType().Name);
            return new WorkflowStatus(LastHandled: 0);
        }
    }
}
