using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace RegelLoket.Web;

/// <summary>
/// Content negotiation, the same for every endpoint (RFC 9110): whether the API accepts the media type of the request
/// and can return an accepted one.
/// </summary>
internal static class Negotiation
{
    public const string Json = "application/json";

    /// <summary>The media type of errors, which every endpoint can return.</summary>
    private static readonly MediaTypeHeaderValue Problem = new("application/problem+json");

    /// <summary>Returns the refusal, 406 or 415; null when both media types are acceptable.</summary>
    public static IResult? RefusalOf(HttpRequest request, FunctionRoute route)
    {
        if (!ErrorResults.IsApi(request))
        {
            return null;
        }

        if (!IsAccepted(request, route.Gives))
        {
            return Api.Problem(StatusCodes.Status406NotAcceptable, "Dit formaat geven we niet",
                $"Vraag om {string.Join(" of ", route.Gives)}.");
        }

        var takesForms = route.Policy is { TakesForms: true };
        return !HasBody(request) || (takesForms ? request.HasFormContentType : request.HasJsonContentType())
            ? null
            : Api.Problem(StatusCodes.Status415UnsupportedMediaType, "Verkeerd soort inhoud", takesForms
                ? "Stuur de gegevens als formulier." : $"Stuur de gegevens als {Json}.");
    }

    /// <summary>
    /// Whether one of the given types is acceptable. An unreadable header counts as no preference; one that excludes
    /// all of them, with <c>q=0</c> or by naming others, is refused.
    /// </summary>
    private static bool IsAccepted(HttpRequest request, IReadOnlyList<string> given)
    {
        var asked = request.GetTypedHeaders().Accept;
        return asked.Count == 0 || given.Select(kind => new MediaTypeHeaderValue(kind)).Append(Problem).Any(kind =>
            asked.Where(kind.IsSubsetOf)
            .OrderByDescending(range => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2)
                .FirstOrDefault() is { Quality: not 0 });
    }

    private static bool HasBody(HttpRequest request) => request.ContentType is not null || request.ContentLength > 0
        || request.Headers.TransferEncoding.Count > 0;
}
