namespace RegelLoket.Storage;

/// <summary>A repair of one thing that a crash may have left undone.</summary>
/// <param name="What">The name in the log: a number or a key, never user text.</param>
/// <param name="RunAsync">Repairs it and returns whether that was needed; idempotent.</param>
public sealed record Repair(string What, Func<CancellationToken, Task<bool>> RunAsync);
