using RegelLoket.Library.Items;

namespace RegelLoket.Library.Search;

/// <summary>Finds items by words and filters.</summary>
public static class LibrarySearch
{
    private const int MostNearest = 3;

    /// <summary>Returns one page. Without words the newest come first, factsheets before the rest.</summary>
    public static SearchResult Search(this LibraryView view, LibraryQuery query)
    {
        if (query.Text.Length > 0)
        {
            var hits = view.Index.Ask(query.Text).Where(hit => query.Admits(hit.Item)).ToList();
            query = Within(query, hits.Count);
            return new SearchResult
            {
                Query = query,
                Total = hits.Count,
                Hits = [.. PageOf(hits, query.Page)],
                Nearest = hits.Count > 0 ? [] : view.NearestTo(query.Text),
            };
        }

        var admitted = view.Items.Where(query.Admits).OrderBy(item => item.Kind).ToList();
        query = Within(query, admitted.Count);
        return new SearchResult
        {
            Query = query,
            Total = admitted.Count,
            Hits = [.. PageOf(admitted, query.Page).Select(item => new LibraryHit(item, 0, new HashSet<string>()))]
        };
    }

    /// <summary>Returns the items closest to words without a result, or else the most helpful ones.</summary>
    private static IReadOnlyList<LibraryHit> NearestTo(this LibraryView view, string text)
    {
        var near = view.Index.Ask(text);
        near = near.Count > 0 ? near : view.Index.Nearest(text, MostNearest);
        return near.Count > 0 ? [.. near.Take(MostNearest)] : [.. view.Items.OfType<Factsheet>()
            .OrderByDescending(item => view.SharedBy(item) is var shared ? shared.Helped + shared.Organisations : 0)
            .Take(MostNearest)
            .Select(item => new LibraryHit(item, 0, new HashSet<string>()))];
    }

    /// <summary>Returns all matching items, newest first: for feeds and open data.</summary>
    public static IEnumerable<LibraryItem> All(this LibraryView view, LibraryQuery query) => query.Text.Length > 0
        ? view.Index.Ask(query.Text).Select(hit => hit.Item).Where(query.Admits)
        : view.Items.Where(query.Admits);

    /// <summary>Returns the related items: by rule first, then by front-runner, then by similar words.</summary>
    public static IReadOnlyList<LibraryItem> Related(this LibraryView view, LibraryItem item, int most)
    {
        var rules = item.Rules.Select(r => r.BwbId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var linked = view.Items.Where(other => other.Id != item.Id
            && (other.FrontRunners.Contains(item.Id) || item.FrontRunners.Contains(other.Id)
            || (other is Factsheet sheet && sheet.Cases.Contains(item.Id))
            || (item is Factsheet own && own.Cases.Contains(other.Id))));
        var sameRule = view.Items.Where(
            other => other.Id != item.Id && other.Rules.Any(r => r.BwbId is { } id && rules.Contains(id)));
        var alike = view.Index.Find(item.Title).Where(hit => hit.Item.Id != item.Id).Select(hit => hit.Item);
        return [.. linked.Concat(sameRule).Concat(alike).Distinct().Take(most)];
    }

    /// <summary>Limits the page to the last one: the link may be older than the library.</summary>
    private static LibraryQuery Within(LibraryQuery query, int total) =>
        query with
        {
            Page = Math.Clamp(
            query.Page, 1, Math.Max(1, (total + SearchResult.PageSize - 1) / SearchResult.PageSize))
        };

    private static IEnumerable<T> PageOf<T>(IReadOnlyList<T> all, int page) => all.Skip((page - 1) * SearchResult.PageSize)
        .Take(SearchResult.PageSize);
}
