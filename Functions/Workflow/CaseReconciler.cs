using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Workflow;

/// <summary>
/// Heals what a crash cut between the stream of a case and what follows it: a row or marker that is behind, a workflow that was never
/// started or has failed, a signal that was never delivered. All it does may be done twice.
/// </summary>
public sealed class CaseReconciler(
    CaseIndex index, CaseWorkflows concerned, TimeProvider clock, ILogger<CaseReconciler> logger)
{
    /// <summary>A change this young is still on its way by itself.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(1);

    /// <summary>How long after a change a workflow that has ended is asked whether it came as far as the change.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    /// <summary>What to do about one workflow of a case.</summary>
    internal enum Verdict
    {
        LetBe,
        Wake,
        AskHowFarItCame,
    }

    /// <summary>Every ten minutes, on one instance of the app.</summary>
    [Function(nameof(ReconcileCases))]
    public async Task ReconcileCases([TimerTrigger("0 */10 * * * *")] TimerInfo timer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        await ReconcilerRound.RunAsync(logger, RepairsAsync(workflows, cancellation), cancellation);

    /// <param name="workflow">The workflow, and the newest event that concerns it.</param>
    /// <param name="lastHandled">How far its instance has come; null when none runs.</param>
    /// <param name="isRecent">Whether the case changed a short while ago.</param>
    internal static Verdict VerdictOn(WorkflowMark workflow, int? lastHandled, bool isRecent) => lastHandled switch
    {
        { } known => known < workflow.Newest ? Verdict.Wake : Verdict.LetBe,
        null when workflow.IsExpected => Verdict.Wake,
        null => isRecent ? Verdict.AskHowFarItCame : Verdict.LetBe,
    };

    /// <summary>Of every case, however old: its marker, and each of its workflows by itself.</summary>
    private async IAsyncEnumerable<Repair> RepairsAsync(DurableTaskClient workflows,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var markers = await index.OpenAsync(cancellation).ToDictionaryAsync(row => row.Number, cancellationToken: cancellation);
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
                if (verdict != Verdict.LetBe)
                {
                    yield return new Repair($"Workflow {instance}", token => HealAsync(row.Number, workflow, verdict, workflows, token));
                }
            }
        }
    }

    private async Task<bool> HealAsync(CaseNumber number, WorkflowMark workflow, Verdict verdict, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        (verdict == Verdict.Wake || !await concerned.CameAsFarAsync(workflows, number, workflow, cancellation))
        && await concerned.WakeAsync(workflows, number, workflow);

    /// <summary>The instances that run, with how far each has come in its case.</summary>
    private static async Task<Dictionary<string, int>> RunningAsync(DurableTaskClient workflows, CancellationToken cancellation)
    {
        var query = new OrchestrationQuery(
            Statuses: [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Suspended],
            FetchInputsAndOutputs: true);
        return await workflows.GetAllInstancesAsync(query)
            .ToDictionaryAsync(i => i.InstanceId, i => i.ReadCustomStatusAs<WorkflowStatus>()
                ?.LastHandled ?? 0, cancellationToken: cancellation);
    }
}
