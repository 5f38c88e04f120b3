using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>
/// Finds the owners of a rule in the catalogue: by its id, or by its title when it has none. Of the entries of one law
/// only those with the article count, or all of them when none has it.
/// </summary>
public sealed class CatalogueOwners(CatalogueBook book) : IRuleOwners
{
    public IReadOnlyList<Ministry> Of(RuleReference rule)
    {
        var entries = book.Known.Catalogue.Rules.Where(entry => IsOf(entry, rule)).ToList();
        var article = NumberOf(rule.Article);
        var exact = entries.Where(
            entry => article is not null && entry.Articles.Any(known => NumberOf(known) == article)).ToList();
        return [.. (exact.Count > 0 ? exact : entries).SelectMany(entry => entry.Ministries).Distinct().Order()];
    }

    private static bool IsOf(Rule entry, RuleReference rule) => rule.BwbId is { Length: > 0 } id
        ? id == entry.BwbId || id == entry.OtherId
        : string.Equals(entry.CitationTitle, rule.CitationTitle, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the article without the word before it.</summary>
    private static string? NumberOf(string? article) =>
        article?.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .FirstOrDefault(word => word.Any(char.IsAsciiDigit))?.TrimEnd(',', '.');
}
