namespace RegelLoket.ProblemStatement;

/// <summary>The command to return the version to its author.</summary>
public sealed record ReturnStatement
{
    public required int? Version { get; init; }

    public required string? Reason { get; init; }
}
