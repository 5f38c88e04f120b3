using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;

namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>What a report seems to be about. It explains itself and decides nothing: an analyst does.</summary>
public sealed record Suggestion
{
    /// <summary>The version of engine and catalogue, so that a stored suggestion can be traced.</summary>
    public required string Version { get; init; }

    /// <summary>Too few words point anywhere: then there are no ministries, and <see cref="NoneOfThree"/> is false.</summary>
    public required bool Unknown { get; init; }

    /// <summary>The most likely rules, best first.</summary>
    public required IReadOnlyList<Suggested<Rule>> Rules { get; init; }

    /// <summary>None, one or several of the three.</summary>
    public required IReadOnlyList<Suggested<Ministry>> Ministries { get; init; }

    /// <summary>Ministries that it may be as well, too weak to be named.</summary>
    public IReadOnlyList<Suggested<Ministry>> Possible { get; init; } = [];

    /// <summary>The report in parts, where it seems to tell of several problems.</summary>
    public IReadOnlyList<SuggestedPart> Parts { get; init; } = [];

    /// <summary>The owner of the rule is none of the three ministries; <see cref="OwnerElsewhere"/> says who it is instead.</summary>
    public required bool NoneOfThree { get; init; }

    /// <summary>Who owns the rule instead of, or beside, the ministries.</summary>
    public required string? OwnerElsewhere { get; init; }

    public required ExecutiveBody? ExecutiveBody { get; init; }

    public required Suggested<RuleSource>? Source { get; init; }

    public required Suggested<Branche>? Branche { get; init; }

    public required IReadOnlyList<Suggested<Theme>> Themes { get; init; }
}
