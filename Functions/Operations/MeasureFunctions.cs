using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Library.Editing;
using RegelLoket.Library.Search;
using RegelLoket.Notifications;
using RegelLoket.Storage;

namespace RegelLoket.Operations;

/// <summary>Measures the state of the desk every five minutes, on one instance, for the alerts' gauges.</summary>
public sealed class MeasureFunctions(
    CaseIndex index, Outbox outbox, Queues queues, LibraryCache shelf, Gauges gauges, TimeProvider clock)
{
    [Function(nameof(MeasureDesk))]
    public async Task MeasureDesk([TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var today = WorkingDays.DayOf(clock.GetUtcNow());
        var open = await index.OpenAsync(cancellation).ToListAsync(cancellation);
        gauges.Set(new Gauges.Reading
        {
            OpenByStatus = open.CountBy(row => row.Status.Slug()).ToDictionary(s => s.Key, s => (long)s.Value),
            Overdue = open.Count(row => row.DueOn < today),
            OldestOutboxEntry = await OldestUnsentAsync(cancellation),
            OldestPendingWorkflow = await OldestPendingAsync(workflows, cancellation),
            OverdueReviews = ReviewTask.Of(await shelf.ViewAsync(cancellation), today).Count(task => task.IsOverdue),
            Poison = await queues.PoisonAsync(cancellation),
        });
    }

    private async Task<TimeSpan> OldestUnsentAsync(CancellationToken cancellation)
    {
        var oldest = clock.GetUtcNow();
        await foreach (var entry in outbox.OpenAsync(cancellation))
        {
            oldest = entry.State is MailState.Planned or MailState.Sending && entry.PlannedAt < oldest
                ? entry.PlannedAt : oldest;
        }

        return clock.GetUtcNow() - oldest;
    }

    private async Task<TimeSpan> OldestPendingAsync(DurableTaskClient workflows, CancellationToken cancellation)
    {
        var oldest = clock.GetUtcNow();
        await foreach (var instance in workflows.GetAllInstancesAsync(
            new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Pending])).WithCancellation(cancellation))
        {
            oldest = instance.CreatedAt < oldest ? instance.CreatedAt : oldest;
        }

        return clock.GetUtcNow() - oldest;
    }
}
