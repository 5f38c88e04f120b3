using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>Gathers what the entries of one law in the catalogue say together, since each is about a subject of it.</summary>
public sealed class CatalogueLaws(CatalogueBook book) : IKnownLaws
{
    public RuleReference WithId(RuleReference rule) => rule.BwbId is not null ? rule : rule with
    {
        BwbId = book.Known.Catalogue.Rules.FirstOrDefault(
            entry => string.Equals(entry.CitationTitle, rule.CitationTitle, StringComparison.OrdinalIgnoreCase))?.BwbId,
    };

    public KnownLaw? Find(string id)
    {
        var catalogue = book.Known.Catalogue;
        var entries = catalogue.Rules.Where(rule => LawId.Of(rule.BwbId, rule.CitationTitle) == id).ToList();
        return entries.Count == 0 ? null : new KnownLaw(
            id, entries[0].CitationTitle, entries[0].BwbId,
            [.. entries.SelectMany(rule => rule.Ministries).Distinct().Order()],
            [.. entries.Select(rule => rule.OwnerElsewhere).OfType<string>().Distinct()],
            [.. entries.SelectMany(rule => rule.ExecutiveBodies).Distinct()
                .Select(body => catalogue.FindBody(body)?.Name).OfType<string>()],
            entries.Max(rule => rule.CheckedOn));
    }
}
