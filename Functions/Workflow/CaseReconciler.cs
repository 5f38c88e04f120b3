using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Workflow;

/// <summary>
/// Heals what a crash cut between the stream of a case and what follows it: a row or marker that is behind, a workflow that was never
/// started or has failed, a signal that was never delivered; and plans the reminders of steps that are late. All it does may be done twice.
/// </summary>
public sealed class CaseReconciler(
    CaseIndex index, AnchorStore anchors, CaseWorkflows concerned, StepReminders reminders, TimeProvider clock,
    ILogger<CaseReconciler> logger)
{
    /// <summary>A change this young is still on its way by itself.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(1);

    /// <summary>How long after a change the sweeper asks whether a workflow that has ended came as far as the change.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromHours(1);

    /// <summary>What to do about one workflow of a case.</summary>
    internal enum Verdict
    {
        LetBe,
        Wake,
        AskHowFarItCame,
    }

    /// <summary>Every ten minutes, and at start.</summary>
    [Function(nameof(Sweep))]
    public async Task Sweep([TimerTrigger("0 */10 * * * *", RunOnStartup = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var markers = await index.OpenAsync(cancellation).ToDictionaryAsync(row => row.Number, cancellationToken: cancellation);
        var running = await RunningAsync(workflows, cancellation);
        var now = clock.GetUtcNow();
        await foreach (var row in RowsAsync(markers, now, cancellation))
        {
            await reminders.PlanAsync(row, now, cancellation);
            if (now - row.ChangedAt >= OnItsWay)
            {
                await HealMarkerAsync(row, markers.GetValueOrDefault(row.Number), cancellation);
                await HealWorkflowsAsync(row, running, now, workflows, cancellation);
            }
        }
    }

    /// <summary>Every night: one root over the heads of all chains.</summary>
    [Function(nameof(AnchorChains))]
    public async Task AnchorChains([TimerTrigger("0 30 1 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var heads = await index.AllAsync(year: null, cancellation)
            .ToDictionaryAsync(row => row.Number.Value, row => new AnchoredHead(row.Version, row.Head), cancellationToken: cancellation);
        await anchors.WriteAsync(WorkingDays.DayOf(clock.GetUtcNow()), heads, cancellation);
    }

    /// <param name="workflow">The workflow, and the newest event that concerns it.</param>
    /// <param name="lastHandled">How far its instance has come; null when none runs.</param>
    /// <param name="isRecent">Whether the case changed a short while ago.</param>
    internal static Verdict VerdictOn(WorkflowMark workflow, int? lastHandled, bool isRecent) => lastHandled switch
    {
        { } known => known < workflow.Newest ? Verdict.Wake : Verdict.LetBe,
        null when workflow.IsExpected => Verdict.Wake,
        null => isRecent ? Verdict.AskHowFarItCame : Verdict.LetBe,
    };

    /// <summary>The cases of this year and the last, and every older one that is open.</summary>
    private async IAsyncEnumerable<CaseRow> RowsAsync(
        IReadOnlyDictionary<CaseNumber, CaseRow> markers, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var year = WorkingDays.DayOf(now).Year;
        foreach (var swept in new[] { year - 1, year })
        {
            await foreach (var row in index.AllAsync(swept, cancellation))
            {
                yield return row;
            }
        }

        foreach (var row in markers.Values.Where(row => row.Number.Year < year - 1))
        {
            yield return row;
        }
    }

    private async Task HealMarkerAsync(CaseRow row, CaseRow? marker, CancellationToken cancellation)
    {
        if (row.IsOpen ? marker?.Position != row.Position : marker is not null)
        {
            logger.LogWarning("The marker of case {Case} was behind and is written anew.", row.Number);
            await index.FoldAnewAsync(row.Number, cancellation);
        }
    }

    private async Task HealWorkflowsAsync(
        CaseRow row, Dictionary<string, int> running, DateTimeOffset now, DurableTaskClient workflows, CancellationToken cancellation)
    {
        foreach (var workflow in row.Workflows)
        {
            int? lastHandled = running.TryGetValue(workflow.InstanceOf(row.Number), out var known) ? known : null;
            var verdict = VerdictOn(workflow, lastHandled, isRecent: now - row.ChangedAt < Recent);
            if (verdict == Verdict.AskHowFarItCame)
            {
                lastHandled = await CaseWorkflows.LastHandledAsync(workflows, row.Number, workflow, cancellation);
                verdict = VerdictOn(workflow, lastHandled, isRecent: true);
            }

            if (verdict == Verdict.Wake)
            {
                logger.LogWarning("Workflow {Instance} came as far as event {LastHandled} of {Newest} and is woken.",
                    workflow.InstanceOf(row.Number), lastHandled, workflow.Newest);
                await concerned.WakeAsync(workflows, row.Number, workflow);
            }
        }
    }

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
