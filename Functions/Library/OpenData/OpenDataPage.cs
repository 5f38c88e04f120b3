using Microsoft.AspNetCore.Http;
using RegelLoket.Library.Search;

namespace RegelLoket.Library.OpenData;

/// <summary>A page of open data: how it is asked for, and how it points to the pages around it.</summary>
internal static class OpenDataPage
{
    private const int PageSize = 100;

    /// <summary>Reads the filters; <c>Wrong</c> holds the keys whose value is not known.</summary>
    public static (LibraryQuery Query, IEnumerable<string> Wrong) Read(HttpRequest request)
    {
        var (query, wrong) = LibraryQuery.Read(request.Query);
        return (query, request.Query["formaat"].ToString() is "" or "json" or "csv" ? wrong : [.. wrong, "formaat"]);
    }

    /// <summary>Whether CSV is requested, by <c>?formaat=csv</c> or by the Accept header.</summary>
    public static bool WantsCsv(HttpRequest request) =>
        request.Query["formaat"] == "csv" || request.GetTypedHeaders().Accept is [var first, ..]
            && first.MediaType == "text/csv";

    /// <summary>Returns the page that a query asks for, out of all that it finds.</summary>
    public static LibraryListResponse Of(IReadOnlyList<object> all, string path, LibraryQuery query)
    {
        var pages = (all.Count + PageSize - 1) / PageSize;
        return new LibraryListResponse(
            all.Count, query.Page, pages, Catalogue.Licence,
            query.Page > 1 && pages > 0 ? path + query.ToQueryString(Math.Min(query.Page - 1, pages)) : null,
            query.Page < pages ? path + query.ToQueryString(query.Page + 1) : null,
            [.. all.Skip((query.Page - 1) * PageSize).Take(PageSize)]);
    }
}
