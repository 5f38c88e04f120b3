using RegelLoket.Library.Items;

namespace RegelLoket.Library.Search;

/// <summary>A law or another rule, with the published items that name it.</summary>
/// <param name="Id">Its <see cref="Cases.LawId"/>.</param>
/// <param name="CitationTitle">The citation title that most items use.</param>
/// <param name="BwbId">Its id in the Basiswettenbestand; null when no item gives it.</param>
/// <param name="Items">The items, newest first.</param>
public sealed record PublishedLaw(string Id, string CitationTitle, string? BwbId, IReadOnlyList<LibraryItem> Items)
{
    /// <summary>Returns how an item cites the law: once for each article.</summary>
    public IEnumerable<PublicRule> CitationsIn(LibraryItem item) => item.Rules.Where(rule => rule.LawId == Id);
}
