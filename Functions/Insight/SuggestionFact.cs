using RegelLoket.Cases;

namespace RegelLoket.Insight;

/// <summary>The suggestion for a case, beside the owners that the analyst found.</summary>
/// <param name="Version">The version of engine and learned weights; the catalogue changes too often to count by.</param>
/// <param name="Suggested">The ministries that were suggested; null when the suggestion was "unknown".</param>
/// <param name="Found">The ministries of the newest context analysis; empty when the rule is of none of the three.</param>
public sealed record SuggestionFact(string Version, IReadOnlyList<Ministry>? Suggested, IReadOnlyList<Ministry> Found)
{
    public bool IsExact => Suggested is { } suggested && suggested.ToHashSet().SetEquals(Found);

    /// <summary>Null while there is nothing to compare.</summary>
    public static SuggestionFact? Of(CaseState state) => state is { Suggestion: { } suggestion, Context: { } context }
        ? new SuggestionFact(
            VersionOf(suggestion.EngineVersion), suggestion is { NoneOfThree: false, Ministries.Count: 0 } ? null
                : suggestion.Ministries,
            context.Ministries)
        : null;

    /// <summary>The version without that of the catalogue, which is its last part.</summary>
    private static string VersionOf(string engine) => engine.LastIndexOf('-') is > 0 and var at ? engine[..at] : engine;
}
