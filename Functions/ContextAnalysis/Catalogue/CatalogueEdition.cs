using Microsoft.Extensions.Logging;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>A catalogue with the changes that led to it.</summary>
public sealed record CatalogueEdition(RuleCatalogue Catalogue, IReadOnlyList<CatalogueChange> Changes)
{
    /// <summary>Returns the number of the newest change of a rule; 0 for a rule as shipped with the app.</summary>
    public int VersionOf(string ruleId) => Changes.LastOrDefault(change => change.Concerns(ruleId))?.Number ?? 0;

    /// <summary>Returns the changes of a rule, newest first.</summary>
    public IEnumerable<CatalogueChange> HistoryOf(string ruleId) => Changes.Where(change => change.Concerns(ruleId)).Reverse();

    /// <summary>
    /// Returns the edition after a change. A change that does not fit the files of a newer app remains in the journal,
    /// is logged and has no effect.
    /// </summary>
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
