namespace LocalHost.Lokaal.Pages;

/// <summary>The layout of the pages under /lokaal.</summary>
internal static class LocalPage
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    private static readonly (string Address, string Name)[] Pages =
    [
        ("/lokaal", "Overzicht"), ("/lokaal/postbus", "Postbus"), ("/lokaal/klok", "Klok"), ("/lokaal/orkestraties", "Orkestraties"),
        ("/lokaal/aanmelden", "Aanmelden"),
    ];

    public static IResult Show(HttpContext http, string title, Html content, int status = StatusCodes.Status200OK)
    {
        SetHeaders(http.Response, Policy);
        var links = Pages.Select(page => page.Address == http.Request.Path
            ? Html.Of($"<li><a href=\"{page.Address}\" aria-current=\"page\">{page.Name}</a></li>")
            : Html.Of($"<li><a href=\"{page.Address}\">{page.Name}</a></li>"));
        var page = Html.Of($"""
            <!doctype html>
            <html lang="nl">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{title} - lokaal</title>
              <link rel="stylesheet" href="/lokaal/lokaal.css">
            </head>
            <body>
              <a class="skip" href="#inhoud">Naar de inhoud</a>
              <header><p>Lokaal: alleen op deze computer</p>
              <nav aria-label="Lokaal"><ul>{links}<li><a href="/">Naar de site</a></li></ul></nav></header>
              <main id="inhoud"><h1>{title}</h1>
              {content}
              </main>
            </body>
            </html>
            """);
        return Results.Content(page.Text, "text/html; charset=utf-8", statusCode: status);
    }

    public static IResult NotFound(HttpContext http, string what) =>
        Show(http, "Niet gevonden", Html.Of($"<p>{what} is er niet.</p>"), StatusCodes.Status404NotFound);

    /// <summary>Returns an error that screen readers announce at once; empty without an error.</summary>
    public static Html Alert(string? wrong) => wrong is null ? Html.Empty : Html.Of($"<p role=\"alert\" class=\"wrong\">{wrong}</p>");

    public static void SetHeaders(HttpResponse response, string policy)
    {
        response.Headers.ContentSecurityPolicy = policy;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }

    public static bool WantsHtml(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
