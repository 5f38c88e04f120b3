namespace LocalHost.Lokaal.Identity;

/// <summary>Gives a browser that signed in at /lokaal/aanmelden its token: the cookie becomes the Authorization header.</summary>
internal static class IdentityCookie
{
    private const string Name = "lokaal-identiteit";

    private static CookieOptions Options => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/" };

    /// <summary>Middleware: before a request is passed on to the worker.</summary>
    public static Task ReadAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Headers.Authorization.Count == 0 && http.Request.Cookies[Name] is { Length: > 0 } token)
        {
            http.Request.Headers.Authorization = $"Bearer {token}";
        }

        return next(http);
    }

    public static void Set(HttpResponse response, string token) => response.Cookies.Append(Name, token, Options);

    public static void Clear(HttpResponse response) => response.Cookies.Delete(Name, Options);
}
