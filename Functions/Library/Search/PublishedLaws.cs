using System.Collections.Frozen;
using RegelLoket.Library.Items;

namespace RegelLoket.Library.Search;

/// <summary>The laws and other rules that the items of a library name.</summary>
public sealed class PublishedLaws
{
    private readonly FrozenDictionary<string, PublishedLaw> byId;

    internal PublishedLaws(IReadOnlyList<LibraryItem> items)
    {
        byId = items.SelectMany(item => item.Rules.Select(rule => (Item: item, Rule: rule)))
            .Where(citation => citation.Rule.LawId is not null)
            .GroupBy(citation => citation.Rule.LawId!, StringComparer.Ordinal)
            .Select(law => new PublishedLaw(
                law.Key,
                law.GroupBy(citation => citation.Rule.CitationTitle, StringComparer.Ordinal).OrderByDescending(title => title.Count())
                    .ThenBy(title => title.Key.Length).ThenBy(title => title.Key, StringComparer.Ordinal).First().Key,
                law.First().Rule.BwbId,
                [.. law.Select(citation => citation.Item).Distinct()]))
            .ToFrozenDictionary(law => law.Id, StringComparer.Ordinal);
        All = [.. byId.Values.OrderBy(law => law.CitationTitle, StringComparer.CurrentCulture)
            .ThenBy(law => law.Id, StringComparer.Ordinal)];
    }

    /// <summary>All of them, by citation title.</summary>
    public IReadOnlyList<PublishedLaw> All { get; }

    /// <summary>Returns a law by its <see cref="Cases.LawId"/>; null when no item names it.</summary>
    public PublishedLaw? Find(string id) => byId.GetValueOrDefault(id);
}
