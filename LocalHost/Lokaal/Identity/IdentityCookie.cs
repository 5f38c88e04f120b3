namespace LocalHost.Lokaal.Identity;

/// <summary>Stores the token of a signed-in browser: the cookie becomes the Authorization header.</summary>
internal static class IdentityCookie
{
    private const string Name = "lokaal-identiteit";

    private static CookieOptions Options => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/" };

    /// <summary>Runs as middleware, before a request is forwarded to the worker.</summary>
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
