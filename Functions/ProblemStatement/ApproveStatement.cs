namespace RegelLoket.ProblemStatement;

/// <summary>The command to approve the version that the second analyst read.</summary>
public sealed record ApproveStatement
{
    public required int? Version { get; init; }
}
