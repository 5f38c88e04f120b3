using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Orchestration;

/// <summary>The client of a hub in the same process. What it returns from is durable.</summary>
internal sealed class TaskHubClient(Engine engine, Func<Task> allFound) : DurableTaskClient(engine.Options.HubName)
{
    private const int LongestInstanceId = 256;

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        var id = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        RequireValid(id);
        var started = new ExecutionStarted
        {
            At = engine.Now(default),
            Name = orchestratorName.Name,
            Input = engine.Converter.Serialize(input),
            ExecutionId = Guid.NewGuid().ToString("N"),
            Version = options?.Version is { } version ? version.Version : engine.Options.DefaultVersion,
            StartAt = options?.StartAt?.UtcDateTime,
            Tags = options?.Tags is { Count: > 0 } tags ? tags : null,
        };

        while (true)
        {
            await RefuseDuplicateAsync(id, options, cancellation);
            if (await engine.CreateAsync(id, started, cancellation) is not null)
            {
                return id;
            }
        }
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return PostAsync(instanceId, new EventRaised(eventName, engine.Converter.Serialize(eventPayload)), cancellation);
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, status => status != OrchestrationRuntimeStatus.Pending, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, IsFinal, getInputsAndOutputs, cancellation);

    public override async Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var children = options is { Recursive: true } ? await ChildrenAsync(instanceId, cancellation) : [];
        await PostAsync(instanceId, new ExecutionTerminated(engine.Converter.Serialize(options?.Output)), cancellation);
        foreach (var child in children)
        {
            await TerminateInstanceAsync(child, options, cancellation);
        }
    }

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        PostAsync(instanceId, new ExecutionSuspended(reason), cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        PostAsync(instanceId, new ExecutionResumed(reason), cancellation);

    public override async Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        RequireValid(instanceId);
        if (engine.Find(instanceId) is { } instance && await instance.FirstViewAsync(cancellation) is { } view)
        {
            return await DescribeAsync(instanceId, view, getInputsAndOutputs, cancellation);
        }

        if (!getInputsAndOutputs)
        {
            return await engine.Store.ReadDoneSummaryAsync(instanceId, cancellation) is { } summary ? Describe(instanceId, summary, null) : null;
        }

        return await engine.Store.ReadDoneAsync(instanceId, cancellation) is { } done
            ? Describe(instanceId, done.Summary, new History(done.Events).Payloads())
            : null;
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        new InstancePages(engine, allFound, filter ?? new OrchestrationQuery(), DescribeAsync, (id, summary, payloads) => Describe(id, summary, payloads));

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        RequireValid(instanceId);
        if (engine.Find(instanceId) is { } instance && await instance.FirstViewAsync(cancellation) is { } view)
        {
            if (!IsFinal(view.Summary.Status))
            {
                throw new InvalidOperationException($"Orchestration '{instanceId}' is {view.Summary.Status}; only a finished one can be purged.");
            }

            await instance.Gone.Task.WaitAsync(cancellation);
        }

        var children = options is { Recursive: true } && await engine.Store.ReadDoneAsync(instanceId, cancellation) is { } done
            ? done.Events.OfType<SubOrchestrationCreated>().Select(child => child.InstanceId).ToList()
            : [];
        var count = await engine.Store.DeleteDoneAsync(instanceId, cancellation) ? 1 : 0;
        foreach (var child in children.Where(child => !MayRun(child)))
        {
            count += (await PurgeInstanceAsync(child, options, cancellation)).PurgedInstanceCount;
        }

        return new PurgeResult(count);
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var began = System.Diagnostics.Stopwatch.StartNew();
        var statuses = filter.Statuses?.ToHashSet();
        var count = 0;
        var ended = engine.Open.Where(instance => instance.View is { } view && IsFinal(view.Summary.Status));
        await Task.WhenAll(ended.Select(instance => instance.Gone.Task.WaitAsync(cancellation)));
        await foreach (var page in engine.Store.ListDoneAsync(null, null, 5000, cancellation))
        {
            var matching = page.Instances.Where(entry =>
                (statuses is null || statuses.Contains(entry.Summary.Status))
                && InstancePages.WasCreatedIn(entry.Summary, filter.CreatedFrom, filter.CreatedTo)
                && !MayRun(entry.Id));
            foreach (var some in matching.Chunk(16))
            {
                if (filter.Timeout is { } timeout && began.Elapsed > timeout)
                {
                    return new PurgeResult(count, isComplete: false);
                }

                var purged = await Task.WhenAll(some.Select(entry => PurgeInstanceAsync(entry.Id, options, cancellation)));
                count += purged.Sum(result => result.PurgedInstanceCount);
            }
        }

        return new PurgeResult(count, isComplete: true);
    }

    /// <summary>Whether an instance runs, for all that is known; one that has ended and is being put away does not.</summary>
    private bool MayRun(string instanceId) =>
        engine.Find(instanceId) is { } instance && (instance.View is not { } view || !IsFinal(view.Summary.Status));

    public override async Task<string> RestartAsync(
        string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        var before = await GetInstancesAsync(instanceId, getInputsAndOutputs: true, cancellation)
            ?? throw new ArgumentException($"There is no orchestration '{instanceId}'.", nameof(instanceId));
        var options = new StartOrchestrationOptions(restartWithNewInstanceId ? null : instanceId);
        var input = before.SerializedInput is { } data ? engine.Converter.Deserialize<System.Text.Json.JsonElement>(data) : (object?)null;
        return await ScheduleNewOrchestrationInstanceAsync(before.Name, input, options, cancellation);
    }

    public override async Task<Page<string>> ListInstanceIdsAsync(
        IEnumerable<OrchestrationRuntimeStatus>? runtimeStatus = null,
        DateTimeOffset? completedTimeFrom = null,
        DateTimeOffset? completedTimeTo = null,
        int pageSize = OrchestrationQuery.DefaultPageSize,
        string? lastInstanceKey = null,
        CancellationToken cancellation = default)
    {
        var statuses = runtimeStatus?.ToHashSet();
        List<string> ids = [];
        var token = lastInstanceKey;
        do
        {
            var page = await engine.Store.ListDonePageAsync(null, token, pageSize - ids.Count, cancellation);
            ids.AddRange(page.Instances
                .Where(entry => (statuses is null || statuses.Contains(entry.Summary.Status))
                    && (completedTimeFrom is not { } from || entry.Summary.UpdatedAt >= from.UtcDateTime)
                    && (completedTimeTo is not { } to || entry.Summary.UpdatedAt <= to.UtcDateTime))
                .Select(entry => entry.Id));
            token = page.Next;
        }
        while (token is not null && ids.Count < pageSize);

        return new Page<string>(ids, token);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal static bool IsFinal(OrchestrationRuntimeStatus status) =>
        status is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    private static void RequireValid(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (id.StartsWith('@') || id.Length > LongestInstanceId || id.AsSpan().IndexOfAny("/\\#?") >= 0 || id.Any(char.IsControl))
        {
            throw new ArgumentException(
                $"An instance id has at most {LongestInstanceId} characters, does not begin with '@', and holds no '/', '\\', '#', '?' or control character.", nameof(id));
        }
    }

    private async Task RefuseDuplicateAsync(string id, StartOrchestrationOptions? options, CancellationToken cancellation)
    {
        if (engine.Find(id) is { } existing)
        {
            if (await existing.FirstViewAsync(cancellation) is not { } view)
            {
                return;
            }

            Refuse(id, view.Summary.Status, !IsFinal(view.Summary.Status) || Dedupes(options, view.Summary.Status));
            await existing.Gone.Task.WaitAsync(cancellation);
        }
        else if (options?.DedupeStatuses?.Any(IsFinalName) is true && await engine.Store.ReadDoneSummaryAsync(id, cancellation) is { } done)
        {
            Refuse(id, done.Status, Dedupes(options, done.Status));
        }
    }

    private static bool IsFinalName(string status) => Enum.TryParse<OrchestrationRuntimeStatus>(status, true, out var known) && IsFinal(known);

    private static bool Dedupes(StartOrchestrationOptions? options, OrchestrationRuntimeStatus status) =>
        options?.DedupeStatuses?.Contains(status.ToString(), StringComparer.OrdinalIgnoreCase) is true;

    private static void Refuse(string id, OrchestrationRuntimeStatus status, bool refused)
    {
        if (refused)
        {
            throw new OrchestrationAlreadyExistsException($"An orchestration with id '{id}' already exists; it is {status}.");
        }
    }

    private async Task PostAsync(string instanceId, Message message, CancellationToken cancellation)
    {
        RequireValid(instanceId);
        if (engine.Find(instanceId) is { } instance)
        {
            await instance.PostAsync(message).WaitAsync(cancellation);
        }
    }

    private async Task<IReadOnlyList<string>> ChildrenAsync(string instanceId, CancellationToken cancellation)
    {
        var found = engine.Find(instanceId) is null ? null : await engine.Store.ReadOpenAsync(instanceId, cancellation);
        return found is null ? [] : [.. new History(found.Events).OpenTasks.OfType<SubOrchestrationCreated>().Select(child => child.InstanceId)];
    }

    private async Task<OrchestrationMetadata> WaitAsync(
        string instanceId, Func<OrchestrationRuntimeStatus, bool> when, bool getInputsAndOutputs, CancellationToken cancellation)
    {
        RequireValid(instanceId);
        if (engine.Find(instanceId) is { } instance)
        {
            var view = await instance.WatchAsync(when, cancellation);
            if (!getInputsAndOutputs || view.Payloads is not null)
            {
                return Describe(instanceId, view.Summary, getInputsAndOutputs ? view.Payloads : null);
            }
        }

        return await GetInstancesAsync(instanceId, getInputsAndOutputs, cancellation)
            ?? throw new InvalidOperationException($"There is no orchestration '{instanceId}'.");
    }

    private async Task<OrchestrationMetadata> DescribeAsync(string id, InstanceView view, bool getInputsAndOutputs, CancellationToken cancellation)
    {
        var payloads = view.Payloads;
        if (getInputsAndOutputs && payloads is null && await engine.Store.ReadOpenAsync(id, cancellation) is { } read)
        {
            payloads = new History(read.Events).Payloads();
        }

        return Describe(id, view.Summary, getInputsAndOutputs ? payloads : null);
    }

    private OrchestrationMetadata Describe(string id, InstanceSummary summary, InstancePayloads? payloads) => new(summary.Name, id)
    {
        RuntimeStatus = summary.Status,
        CreatedAt = summary.CreatedAt,
        LastUpdatedAt = summary.UpdatedAt,
        DataConverter = payloads is null ? null : engine.Converter,
        SerializedInput = payloads?.Input,
        SerializedOutput = payloads?.Output,
        SerializedCustomStatus = payloads?.CustomStatus,
        FailureDetails = payloads?.Failure?.ToDetails(),
        Tags = payloads?.Tags ?? System.Collections.Immutable.ImmutableDictionary<string, string>.Empty,
    };
}
