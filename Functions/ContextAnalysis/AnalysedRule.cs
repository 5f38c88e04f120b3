namespace RegelLoket.ContextAnalysis;

/// <summary>A rule as the analyst names it.</summary>
public sealed record AnalysedRule
{
    public required string? BwbId { get; init; }

    public required string? CitationTitle { get; init; }

    public required string? Article { get; init; }

    /// <summary>The day on which the rule was checked against its text; null when it was not.</summary>
    public required DateOnly? CheckedOn { get; init; }
}
