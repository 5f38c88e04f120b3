namespace RegelLoket.ContextAnalysis;

/// <summary>
/// Records the source and the owners of the rule. The fields hold unchecked input, which the service validates.
/// </summary>
public sealed record AnalyseContext
{
    /// <summary>A slug of <see cref="Cases.RuleSource"/>.</summary>
    public required string? Source { get; init; }

    public required IReadOnlyList<AnalysedRule>? Rules { get; init; }

    /// <summary>Slugs of the ministries that own the rule; none when it is none of the three.</summary>
    public required IReadOnlyList<string>? Ministries { get; init; }

    /// <summary>The slugs of the executive bodies that execute the rule.</summary>
    public IReadOnlyList<string?>? ExecutiveBodies { get; init; }

    /// <summary>A single body, for callers without a list.</summary>
    public string? ExecutiveBody { get; init; }

    /// <summary>A slug of <see cref="Cases.OutcomeKind"/>; null or empty when no outcome is expected yet.</summary>
    public string? Expected { get; init; }

    /// <summary>Slugs of the themes, for a reporter who did not know them; null or empty leaves those of the case.</summary>
    public IReadOnlyList<string>? Themes { get; init; }

    public required string? Explanation { get; init; }
}
