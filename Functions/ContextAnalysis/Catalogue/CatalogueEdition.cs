using Microsoft.Extensions.Logging;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>A catalogue with the changes that made it.</summary>
public sealed record CatalogueEdition(RuleCatalogue Catalogue, IReadOnlyList<CatalogueChange> Changes)
{
    /// <summary>The number of the newest change of a rule; 0 for a rule as the app brought it.</summary>
    public int VersionOf(string ruleId) => Changes.LastOrDefault(change => change.Concerns(ruleId))?.Number ?? 0;

    /// <summary>The changes of a rule, newest first.</summary>
    public IEnumerable<CatalogueChange> HistoryOf(string ruleId) => Changes.Where(change => change.Concerns(ruleId)).Reverse();

    /// <summary>A change that no longer fits what a newer app brings stays in the journal, is logged and has no effect.</summary>
    internal CatalogueEdition After(CatalogueChange change, ILogger log)
    {
        try
        {
            return new CatalogueEdition(change.ApplyTo(Catalogue), [.. Changes, change]);
        }
        catch (InvalidDataException problem)
        {
            log.LogError(problem, "Change {Number} of the catalogue does not fit the catalogue of this app and is left out.",
                change.Number);
            return this with { Changes = [.. Changes, change] };
        }
    }
}
