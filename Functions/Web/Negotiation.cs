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

    /// <summary>The media types under which a file may be sent; the content decides what it is.</summary>
    private static readonly string[] Files = ["application/pdf", "image/jpeg", "image/png", "application/octet-stream"];

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

        if (route.Policy is { TakesFiles: true } && HasBody(request))
        {
            return IsFile(request) ? null : Api.Problem(StatusCodes.Status415UnsupportedMediaType, "Verkeerd soort inhoud",
                $"Stuur het bestand zelf, als {string.Join(" of ", Files)}.");
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

    private static bool IsFile(HttpRequest request) => MediaTypeHeaderValue.TryParse(request.ContentType, out var sent)
        && Files.Any(type => sent.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase));

    private static bool HasBody(HttpRequest request) => request.ContentType is not null || request.ContentLength > 0
        || request.Headers.TransferEncoding.Count > 0;
}
