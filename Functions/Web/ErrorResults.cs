using System.Globalization;
using Microsoft.AspNetCore.Http;
using RegelLoket.Web.Pages;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Web;

/// <summary>Expected failures in the form that the caller reads: problem details for the API, a page for a browser.</summary>
public static class ErrorResults
{
    /// <summary>True for the JSON API, whose errors are problem details.</summary>
    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/v1");

    public static IResult NotFound(HttpRequest request) =>
        For(request, StatusCodes.Status404NotFound, "Deze pagina is er niet", "Misschien klopt het adres niet. Of de pagina is verhuisd.");

    public static IResult Forbidden(HttpRequest request) =>
        For(request, StatusCodes.Status403Forbidden, "Je mag deze pagina niet zien", "Vraag een coördinator om toegang.");

    public static IResult TooLarge(HttpRequest request) =>
        For(request, StatusCodes.Status413PayloadTooLarge, "Je tekst is te lang", $"We nemen hoogstens {Api.MaximumBodySize / 1024} "
            + "kilobyte tegelijk aan. Maak je tekst korter.");

    public static IResult TooMany(HttpRequest request)
    {
        request.HttpContext.Response.Headers.RetryAfter = 10.ToString(CultureInfo.InvariantCulture);
        return For(request, StatusCodes.Status429TooManyRequests, "Het is nu erg druk", "Wacht een halve minuut en probeer het nog "
            + "een keer. Wat je typte, gaat niet verloren als je terug gaat.");
    }

    /// <summary>401 for the API; a browser goes to the sign-in page and comes back.</summary>
    public static IResult NotSignedIn(HttpRequest request, SignInOptions options)
    {
        if (IsApi(request))
        {
            request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
            return Api.Problem(StatusCodes.Status401Unauthorized, "Je bent niet aangemeld", "Stuur een geldig toegangsbewijs mee.");
        }
        return options.LoginPath is { Length: > 0 } login && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            ? Page.SeeOther(login + Uri.EscapeDataString(request.Path + request.QueryString))
            : For(request, StatusCodes.Status401Unauthorized, "Je bent niet aangemeld", "Meld je aan en probeer het nog een keer.");
    }

    /// <summary>One failure, as problem details or as a page with the same words.</summary>
    public static IResult For(HttpRequest request, int status, string title, string detail) => IsApi(request)
        ? Api.Problem(status, title, detail)
        : Page.Render<ProblemPage>(new { Title = title, Detail = detail, Status = status }, status);
}
