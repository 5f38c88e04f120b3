using RegelLoket.Cases;

namespace RegelLoket.Insight;

/// <summary>The number of times that the suggestions of one version agreed with the analyst.</summary>
/// <param name="Version">Which version of engine and weights.</param>
/// <param name="Compared">How many cases have both a suggestion and an analysis.</param>
/// <param name="Exact">How often the owners were just those that the analyst found, "none of the three" included.</param>
/// <param name="Unknown">How often it said that it did not know.</param>
/// <param name="Ministries">The same for each ministry.</param>
public sealed record SuggestionScore(
    string Version, int Compared, int Exact, int Unknown, IReadOnlyList<MinistryHits> Ministries)
{
    /// <summary>One score for each version, the newest name first.</summary>
    public static IReadOnlyList<SuggestionScore> Of(IEnumerable<SuggestionFact> facts) =>
    [
        .. facts.GroupBy(fact => fact.Version, StringComparer.Ordinal)
        .OrderByDescending(group => group.Key, StringComparer.Ordinal)
            .Select(group => new SuggestionScore(
                group.Key, group.Count(), group.Count(fact => fact.IsExact), group.Count(fact => fact.Suggested is null),
                [.. EnumNames.All<Ministry>().Select(ministry => MinistryHits.Of(ministry, [.. group]))])),
    ];
}
