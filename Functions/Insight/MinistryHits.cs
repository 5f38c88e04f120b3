using RegelLoket.Cases;

namespace RegelLoket.Insight;

/// <summary>How often a ministry was suggested, how often that was right, and how often the analyst found it.</summary>
public sealed record MinistryHits(Ministry Ministry, int Suggested, int Right, int Found)
{
    public static MinistryHits Of(Ministry ministry, IReadOnlyCollection<SuggestionFact> facts)
    {
        var suggested = facts.Where(fact => fact.Suggested?.Contains(ministry) == true).ToList();
        return new(ministry, suggested.Count, suggested.Count(fact => fact.Found.Contains(ministry)),
            facts.Count(fact => fact.Found.Contains(ministry)));
    }
}
