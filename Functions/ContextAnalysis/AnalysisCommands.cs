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

/// <summary>A rule as the analyst names it.</summary>
public sealed record AnalysedRule
{
    public required string? BwbId { get; init; }

    public required string? CitationTitle { get; init; }

    public required string? Article { get; init; }

    /// <summary>The day on which the rule was checked against its text; null when it was not.</summary>
    public required DateOnly? CheckedOn { get; init; }
}

/// <summary>A question to the reporter; the clock of the case is paused until the reply.</summary>
public sealed record AskReporter
{
    public required string? Question { get; init; }
}

/// <summary>A note among colleagues.</summary>
public sealed record AddNote
{
    public required string? Text { get; init; }
}
