using Microsoft.AspNetCore.Http;
using RegelLoket.Web;

namespace RegelLoket.Library.Search;

/// <summary>The answer to a request for an item that the library does not show.</summary>
internal static class MissingItem
{
    /// <summary>410 for an item that was withdrawn; 404 for one that never was.</summary>
    public static IResult Missing(this LibraryView view, HttpRequest request, string id) => view.IsWithdrawn(id)
        ? ErrorResults.For(
            request, StatusCodes.Status410Gone, "Deze tekst is ingetrokken",
            "We hebben deze tekst uit de bibliotheek gehaald. Zoek gerust naar een ander antwoord.")
        : ErrorResults.NotFound(request);
}
