namespace RegelLoket.Demo;

/// <summary>How far a workflow came.</summary>
/// <param name="LastHandled">The newest event that it handled.</param>
/// <param name="WakeAt">When it looks again by itself; null for never.</param>
internal sealed record PastTurn(int LastHandled, DateTimeOffset? WakeAt);
