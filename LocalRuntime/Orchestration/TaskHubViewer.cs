using System.Text;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Orchestration;

/// <summary>One instance in a list to be looked at.</summary>
public sealed record InstanceRow(
    string InstanceId,
    string Name,
    string? Version,
    OrchestrationRuntimeStatus Status,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    DateTime? NextTimer,
    string? ParentInstanceId);

/// <summary>One instance and the history of its present execution, oldest first.</summary>
public sealed record InstanceTimeline(InstanceRow Instance, IReadOnlyList<HistoryEvent> Events);

/// <summary>Which instances to list.</summary>
public sealed record InstanceFilter
{
    public IReadOnlySet<OrchestrationRuntimeStatus>? Statuses { get; init; }

    public string? IdPrefix { get; init; }

    public DateTime? CreatedFrom { get; init; }

    public DateTime? CreatedTo { get; init; }

    /// <summary>Whether only those with a timer before this moment.</summary>
    public DateTime? TimerBefore { get; init; }

    public int Limit { get; init; } = 200;
}

/// <summary>Shows instances and their histories to a person; changes nothing.</summary>
public sealed class TaskHubViewer
{
    private readonly Engine engine;
    private readonly Func<Task> allFound;

    internal TaskHubViewer(Engine engine, Func<Task> allFound)
    {
        this.engine = engine;
        this.allFound = allFound;
    }

    /// <summary>Open instances by their next timer, then finished ones, as many as the filter's limit.</summary>
    public async Task<IReadOnlyList<InstanceRow>> ListAsync(InstanceFilter filter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await allFound().WaitAsync(cancellation);
        var rows = engine.Open
            .Where(instance => instance.View is not null)
            .Select(instance => Row(instance.Id, instance.View!.Summary, instance.NextTimer))
            .Where(row => Matches(filter, row))
            .OrderBy(row => row.NextTimer ?? DateTime.MaxValue)
            .ThenByDescending(row => row.UpdatedAt)
            .Take(filter.Limit)
            .ToList();
        if (filter.TimerBefore is not null || (filter.Statuses is { } statuses && !statuses.Any(TaskHubClient.IsFinal)))
        {
            return rows;
        }

        var open = rows.Select(row => row.InstanceId).ToHashSet();
        await foreach (var (instances, _) in engine.Store.ListDoneAsync(filter.IdPrefix, null, 1000, cancellation))
        {
            if (rows.Count >= filter.Limit)
            {
                break;
            }

            rows.AddRange(instances
                .Where(entry => !open.Contains(entry.Id) && engine.Find(entry.Id) is null)
                .Select(entry => Row(entry.Id, entry.Summary, null))
                .Where(row => Matches(filter, row)));
        }

        return [.. rows.Take(filter.Limit)];
    }

    /// <summary>One instance's history; null when there is none of this id.</summary>
    public async Task<InstanceTimeline?> ReadAsync(string instanceId, CancellationToken cancellation)
    {
        if (engine.Find(instanceId) is { } instance
            && await instance.FirstViewAsync(cancellation) is { } view
            && await engine.Store.ReadOpenAsync(instanceId, cancellation) is { } found)
        {
            return new InstanceTimeline(
                Row(instanceId, view.Summary, instance.NextTimer), new History(found.Events).Events);
        }

        return await engine.Store.ReadDoneAsync(instanceId, cancellation) is { } done
            ? new InstanceTimeline(Row(instanceId, done.Summary, null), done.Events)
            : null;
    }

    /// <summary>The same history as JSON, an object a line, as storage holds it; null when there is none of this id.</summary>
    public async Task<string?> ReadRawAsync(string instanceId, CancellationToken cancellation) =>
        await ReadAsync(instanceId, cancellation) is { } timeline ? Encoding.UTF8.GetString(HistoryFormat.Write(timeline.Events).Span) : null;

    private static InstanceRow Row(string id, InstanceSummary summary, DateTime? nextTimer) => new(
        id, summary.Name, summary.Version, summary.Status, summary.CreatedAt, summary.UpdatedAt, nextTimer, summary.Parent?.InstanceId);

    private static bool Matches(InstanceFilter filter, InstanceRow row) =>
        (filter.Statuses is null || filter.Statuses.Contains(row.Status))
        && (filter.IdPrefix is null || row.InstanceId.StartsWith(filter.IdPrefix, StringComparison.Ordinal))
        && (filter.CreatedFrom is not { } from || row.CreatedAt >= from)
        && (filter.CreatedTo is not { } to || row.CreatedAt <= to)
        && (filter.TimerBefore is not { } before || row.NextTimer < before);
}
