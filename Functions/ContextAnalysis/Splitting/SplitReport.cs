namespace RegelLoket.ContextAnalysis.Splitting;

/// <summary>Splits a report into several cases.</summary>
public sealed record SplitReport
{
    /// <summary>The parts in order; the case itself goes on as the first.</summary>
    public required IReadOnlyList<SplitPart> Parts { get; init; }

    /// <summary>The reason why it is split, for the reporter too.</summary>
    public required string? Reason { get; init; }
}
