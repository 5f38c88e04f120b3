namespace LocalRuntime.Orchestration;

/// <summary>Another host holds the lock of this task hub.</summary>
public sealed class TaskHubInUseException(string hubName, string? holder)
    : Exception($"Task hub '{hubName}' is in use by {holder ?? "another host"}. Stop that host first; after a crash its lock ends by itself within seconds.");
