namespace RegelLoket.Storage;

/// <summary>One thing that a crash may have left behind.</summary>
/// <param name="What">Its name in the log: a number or a key, never anything that somebody wrote.</param>
/// <param name="HealAsync">Heals it, and returns whether that was needed; a second time changes nothing.</param>
public sealed record Repair(string What, Func<CancellationToken, Task<bool>> HealAsync);
