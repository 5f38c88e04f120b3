using Microsoft.AspNetCore.Http;
using RegelLoket.Web;

namespace RegelLoket.Library.Search;

/// <summary>The response to a request for an item that the library does not show.</summary>
internal static class MissingItem
{
    /// <summary>Returns 410 for a withdrawn item and 404 for one that never existed.</summary>
    public static IResult Missing(this LibraryView view, HttpRequest request, string id) => view.IsWithdrawn(id)
        ? ErrorResults.For(
            request, StatusCodes.Status410Gone, "Deze tekst is ingetrokken",
            "We hebben deze tekst uit de bibliotheek gehaald. Zoek gerust naar een ander antwoord.")
        : ErrorResults.NotFound(request);
}
