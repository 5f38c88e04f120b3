using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;

namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>
/// The probable subject of a report, with the words that led to it. It decides nothing: an analyst does.
/// </summary>
public sealed record Suggestion
{
    /// <summary>The version of engine and catalogue, to trace a stored suggestion.</summary>
    public required string Version { get; init; }

    /// <summary>
    /// Whether the words give too little evidence: then there are no ministries, and <see cref="NoneOfThree"/> is
    /// false.
    /// </summary>
    public required bool Unknown { get; init; }

    /// <summary>The most probable rules, best first.</summary>
    public required IReadOnlyList<Suggested<Rule>> Rules { get; init; }

    /// <summary>The suggested ministries: none, one or several of the three.</summary>
    public required IReadOnlyList<Suggested<Ministry>> Ministries { get; init; }

    /// <summary>Other possible ministries, too weak to be suggested.</summary>
    public IReadOnlyList<Suggested<Ministry>> Possible { get; init; } = [];

    /// <summary>The parts of the report, when it seems to have several problems.</summary>
    public IReadOnlyList<SuggestedPart> Parts { get; init; } = [];

    /// <summary>
    /// Whether the owner of the rule is none of the three ministries; <see cref="OwnerElsewhere"/> names the owner.
    /// </summary>
    public required bool NoneOfThree { get; init; }

    /// <summary>The owner of the rule instead of, or beside, the ministries.</summary>
    public required string? OwnerElsewhere { get; init; }

    public required ExecutiveBody? ExecutiveBody { get; init; }

    public required Suggested<RuleSource>? Source { get; init; }

    public required Suggested<Branche>? Branche { get; init; }

    public required IReadOnlyList<Suggested<Theme>> Themes { get; init; }
}
