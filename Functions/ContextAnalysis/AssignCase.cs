namespace RegelLoket.ContextAnalysis;

/// <summary>
/// Assigns a case to a colleague, or to nobody. A reason is required when it takes the case from a colleague, unless
/// the new handler is the caller.
/// </summary>
public sealed record AssignCase
{
    public required string? To { get; init; }

    /// <summary>The id of that colleague (<see cref="Cases.Actor.Id"/>), when known.</summary>
    public string? ToId { get; init; }

    public string? Reason { get; init; }
}
