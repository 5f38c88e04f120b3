using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;

namespace RegelLoket.Workflow;

/// <summary>
/// Heals what a crash cut between the stream of a case and what follows it: a row or marker that is behind, a workflow that was never
/// started or has failed, a signal that was never delivered. Everything it does may be done twice.
/// </summary>
public sealed class Sweeper(CaseIndex index, AnchorStore anchors, TimeProvider clock, ILogger<Sweeper> logger)
{
    /// <summary>A change this young is still on its way by itself.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(1);

    /// <summary>Every ten minutes, and at start.</summary>
    [Function(nameof(Sweep))]
    public async Task Sweep([TimerTrigger("0 */10 * * * *", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var markers = await index.OpenAsync(cancellation).ToDictionaryAsync(row => row.Number, cancellationToken: cancellation);
        var instances = await RunningAsync(workflows, cancellation);
        var year = WorkingDays.DayOf(clock.GetUtcNow()).Year;
        foreach (var swept in new[] { year - 1, year })
        {
            await foreach (var row in index.AllAsync(swept, cancellation))
            {
                await HealAsync(row, markers.GetValueOrDefault(row.Number), instances, workflows, cancellation);
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

    private async Task HealAsync(
        CaseRow row, CaseRow? marker, Dictionary<string, int> instances, DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (clock.GetUtcNow() - row.ChangedAt < OnItsWay)
        {
            return;
        }

        var isOpen = row.Status is not (CaseStatus.Shared or CaseStatus.Closed or CaseStatus.Withdrawn or CaseStatus.Merged);
        if (isOpen ? marker?.Position != row.Position : marker is not null)
        {
            logger.LogWarning("The marker of case {Case} was behind and is written anew.", row.Number);
            await index.FoldAnewAsync(row.Number, cancellation);
        }

        var instance = CaseSignal.InstanceOf(row.Number);
        if (instances.TryGetValue(instance, out var seen))
        {
            var behind = seen < row.Version ? instances.Keys.Where(i => i == instance || i.StartsWith(instance + ":", StringComparison.Ordinal)) : [];
            foreach (var waiting in behind)
            {
                await workflows.RaiseEventAsync(waiting, CaseSignal.Name, new CaseSignal(row.Version), cancellation);
            }
        }
        else if (isOpen)
        {
            logger.LogWarning("Case {Case} had no workflow and gets one.", row.Number);
            await CaseSignal.EnsureStartedAsync(workflows, row.Number, cancellation);
        }
    }

    /// <summary>The instances that run, with how far each has come in its case.</summary>
    private static async Task<Dictionary<string, int>> RunningAsync(DurableTaskClient workflows, CancellationToken cancellation)
    {
        var query = new OrchestrationQuery(
            Statuses: [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Suspended], FetchInputsAndOutputs: true);
        return await workflows.GetAllInstancesAsync(query)
            .ToDictionaryAsync(i => i.InstanceId, i => i.ReadCustomStatusAs<WorkflowStatus>()?.Seen ?? 0, cancellationToken: cancellation);
    }
}
