using Microsoft.AspNetCore.Http;
using RegelLoket.Web.Pages;

namespace RegelLoket.Web;

/// <summary>Expected failures in the form that the caller reads: problem details for the API, a page for a browser.</summary>
public static class Answers
{
    /// <summary>True for the JSON API, whose errors are problem details.</summary>
    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/v1");

    public static IResult NotFound(HttpRequest request) =>
        For(request, StatusCodes.Status404NotFound, "Deze pagina is er niet", "Misschien klopt het adres niet. Of de pagina is verhuisd.");

    public static IResult Forbidden(HttpRequest request) =>
        For(request, StatusCodes.Status403Forbidden, "Je mag deze pagina niet zien", "Vraag een coördinator om toegang.");

    /// <summary>One failure, as problem details or as a page with the same words.</summary>
    public static IResult For(HttpRequest request, int status, string title, string detail) => IsApi(request)
        ? Results.Problem(statusCode: status, title: title, detail: detail)
        : Page.Render<ProblemPage>(new { Title = title, Detail = detail, Status = status }, status);
}
