namespace LocalRuntime.Orchestration;

/// <summary>
/// The instances at rest as a host last knew them. Good for an instance whose history is still as long as noted; of the others
/// the history is read after a restart.
/// </summary>
internal sealed record Checkpoint(IReadOnlyList<RestingInstance> Resting);

/// <summary>An instance for which nothing is under way.</summary>
internal sealed record RestingInstance(string Id, long Length, InstanceSummary Summary, DateTime? NextTimer);
