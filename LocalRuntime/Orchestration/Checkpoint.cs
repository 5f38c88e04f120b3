namespace LocalRuntime.Orchestration;

/// <summary>
/// The instances at rest as a host last knew them. Good for an instance whose history nobody has written to since; of the others
/// the history is read after a restart.
/// </summary>
internal sealed record Checkpoint(IReadOnlyList<RestingInstance> Resting);

/// <summary>An instance for which nothing is under way.</summary>
internal sealed record RestingInstance(string Id, HistoryEnd End, InstanceSummary Summary, DateTime? NextTimer);
