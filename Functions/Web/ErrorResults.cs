using System.Globalization;
using Microsoft.AspNetCore.Http;
using RegelLoket.Storage;
using RegelLoket.Web.Pages;
using RegelLoket.Web.SignIn;
using RegelLoket.Web.Uploads;

namespace RegelLoket.Web;

/// <summary>
/// Responses to expected failures in the caller's format: problem details for the API, a page for a browser. The page
/// shows the typed text again with a fresh token, so that nothing has to be retyped.
/// </summary>
public static class ErrorResults
{
    /// <summary>Whether a request is for the JSON API, whose errors are problem details.</summary>
    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments(ApiRoutes.Base);

    public static IResult NotFound(HttpRequest request) =>
        For(request, StatusCodes.Status404NotFound, "Deze pagina is er niet",
            "Misschien klopt het adres niet. Of de pagina is verhuisd.");

    public static IResult Forbidden(HttpRequest request) =>
        For(request, StatusCodes.Status403Forbidden, "Je mag deze pagina niet zien", "Vraag een coördinator om toegang.");

    public static IResult ForCoordinators(HttpRequest request) =>
        For(request, StatusCodes.Status403Forbidden, "Dit kan alleen een coördinator",
            "Vraag een coördinator om het te doen.");

    public static IResult TooLarge(HttpRequest request, int maximum) => maximum > Api.MaximumFormSize
        ? For(request, StatusCodes.Status413PayloadTooLarge, "Je bestanden zijn te groot",
            $"We nemen hoogstens {maximum / (1024 * 1024)} MB tegelijk aan. Stuur minder bestanden tegelijk, of maak ze kleiner.")
        : For(request, StatusCodes.Status413PayloadTooLarge, "Je tekst is te lang", $"We nemen hoogstens {maximum / 1024} "
            + "kilobyte tegelijk aan. Maak je tekst korter.");

    /// <summary>Returns 429 for too many requests in a short time.</summary>
    public static IResult TooMany(HttpRequest request) => TooMany(
        request, TimeSpan.FromSeconds(30), "Het is nu erg druk", "Wacht een halve minuut en probeer het nog een keer.");

    /// <summary>Returns 429 with the time until the limit allows it again.</summary>
    internal static IResult TooMany(HttpRequest request, TimeSpan wait, string title, string detail)
    {
        request.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
            .ToString(CultureInfo.InvariantCulture);
        return For(request, StatusCodes.Status429TooManyRequests, title, detail);
    }

    /// <summary>Returns why a command that is executed once was not.</summary>
    public static IResult NotDone(HttpRequest request, Once once) => once is Once.KeyInUse
        ? For(request, StatusCodes.Status409Conflict, "Dat kan nu niet", CommandRequest.KeyInUse)
        : For(request, StatusCodes.Status503ServiceUnavailable, "Dat lukte nu niet",
            "Probeer het over een paar minuten nog een keer.");

    /// <summary>Returns the page for an invalid form token: an old page, or deleted cookies.</summary>
    public static IResult Expired(HttpRequest request) =>
        For(request, StatusCodes.Status403Forbidden, "Deze pagina was verlopen",
            "Je was lang weg, of je browser wiste onze cookies. Kijk na wat je typte en verstuur het opnieuw.");

    /// <summary>Returns 401 for the API; redirects a browser to the sign-in page and back.</summary>
    public static IResult NotSignedIn(HttpRequest request, SignInOptions options)
    {
        if (IsApi(request))
        {
            request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
            return Api.Problem(
                StatusCodes.Status401Unauthorized, "Je bent niet aangemeld", "Stuur een geldig toegangsbewijs mee.");
        }

        var login = options.LoginPath is { Length: > 0 } path ? path : null;
        return login is not null && !IsPost(request)
            ? Page.SeeOther(login + Uri.EscapeDataString(request.Path + request.QueryString))
            : SessionEnded(request, login is null ? null : login + Uri.EscapeDataString(DeskRoutes.Start));
    }

    /// <summary>
    /// Returns the response after a session ended. A page is requested again after signing in; a form shows the typed
    /// text, to send after signing in.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="signIn">The sign-in address; null when it is unknown.</param>
    public static IResult SessionEnded(HttpRequest request, string? signIn) => signIn is not null && !IsPost(request)
        ? Page.SeeOther(signIn)
        : new ProblemResult(request, StatusCodes.Status401Unauthorized, "Je bent niet meer aangemeld",
            "Meld je aan en verstuur het daarna opnieuw.", signIn, canRepeat: true);

    /// <summary>Returns a failure as problem details, or as a page with the same text.</summary>
    /// <param name="request">The request.</param>
    /// <param name="status">The status code.</param>
    /// <param name="title">The failure in a few words.</param>
    /// <param name="detail">The possible remedy.</param>
    /// <param name="canRepeat">Whether sending the same again may help; if not, the typed text is shown to
    /// copy.</param>
    public static IResult For(HttpRequest request, int status, string title, string detail, bool canRepeat = true) =>
        IsApi(request)
        ? Api.Problem(status, title, detail)
        : new ProblemResult(request, status, title, detail, signIn: null, canRepeat);

    /// <summary>Returns a failure for a request from another site, without showing any of its content.</summary>
    public static IResult ForStranger(HttpRequest request, int status, string title, string detail) => IsApi(request)
        ? Api.Problem(status, title, detail)
        : Page.Render<ProblemPage>(new { Title = title, Detail = detail, Status = status }, status);

    private static bool IsPost(HttpRequest request) => HttpMethods.IsPost(request.Method);

    private sealed class ProblemResult(
        HttpRequest request, int status, string title, string detail, string? signIn, bool canRepeat) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            // A form with files that was refused unread is read here for its text: by itself it would be held in memory.
            var isForm = IsPost(request) && request.HasFormContentType;
            if (isForm && UploadForm.IsIn(request) && request.HttpContext.Features.Get<UploadForm>() is null)
            {
                await UploadForm.ReadTextAsync(request, request.HttpContext.RequestAborted);
            }

            var typed = isForm ? await TypedAsync(request) : null;
            var takesFiles = canRepeat && status != StatusCodes.Status415UnsupportedMediaType;
            await Page.Render<ProblemPage>(new
            {
                Title = title,
                Detail = typed?.Written.Any() is true ? $"{detail} Wat je typte, staat hieronder." : detail,
                Status = status,
                Typed = typed,
                Files = takesFiles ? UploadForm.Of(request).Chosen : [],
                Action = canRepeat ? $"{request.PathBase}{request.Path}{request.QueryString}" : null,
                SignIn = signIn,
            }, status).ExecuteAsync(httpContext);
        }

        /// <summary>Returns the typed form; null when it is unreadable, since another failure is shown.</summary>
        private static async Task<FormState?> TypedAsync(HttpRequest request)
        {
            try
            {
                return await FormState.ReadAsync(request, request.HttpContext.RequestAborted);
            }
            catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException or IOException)
            {
                return null;
            }
        }
    }
}
