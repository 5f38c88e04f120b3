using Microsoft.DurableTask.Worker;

namespace LocalRuntime.Orchestration;

/// <summary>Settings of a task hub, most of them from host.json.</summary>
public sealed record TaskHubOptions
{
    /// <summary>Name of the hub; two hubs on one storage account do not see each other.</summary>
    public string HubName { get; init; } = "TaskHub";

    /// <summary>The version that a new orchestration gets when its start names none.</summary>
    public string? DefaultVersion { get; init; }

    /// <summary>Which versions this host takes on, against <see cref="DefaultVersion"/>.</summary>
    public DurableTaskWorkerOptions.VersionMatchStrategy VersionMatchStrategy { get; init; } = DurableTaskWorkerOptions.VersionMatchStrategy.None;

    /// <summary>Reject leaves an orchestration of another version waiting for a host that takes it on; Fail ends it.</summary>
    public DurableTaskWorkerOptions.VersionFailureStrategy VersionFailureStrategy { get; init; } = DurableTaskWorkerOptions.VersionFailureStrategy.Reject;

    public int MaxConcurrentActivities { get; init; } = 10 * Environment.ProcessorCount;

    public int MaxConcurrentOrchestrators { get; init; } = 10 * Environment.ProcessorCount;

    /// <summary>How long the hub's lock outlives a host that died; between 15 and 60 seconds.</summary>
    public TimeSpan LockLease { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a start waits for the lock of a host that may have died, before it gives up.</summary>
    public TimeSpan LockPatience { get; init; } = TimeSpan.FromSeconds(20);
}
