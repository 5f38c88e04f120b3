namespace RegelLoket.ContextAnalysis;

/// <summary>A question to the reporter; the clock of the case is paused until the reply.</summary>
public sealed record AskReporter
{
    public required string? Question { get; init; }
}
