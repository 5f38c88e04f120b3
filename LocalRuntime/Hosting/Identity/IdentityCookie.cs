using Microsoft.AspNetCore.Http;

namespace LocalRuntime.Hosting.Identity;

/// <summary>Gives a browser that signed in at /lokaal/aanmelden its token: the cookie becomes the Authorization header.</summary>
internal sealed class IdentityCookie(RequestDelegate next)
{
    private const string Name = "lokaal-identiteit";

    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Headers.Authorization.Count == 0 && http.Request.Cookies[Name] is { Length: > 0 } token)
        {
            http.Request.Headers.Authorization = $"Bearer {token}";
        }

        return next(http);
    }

    public static void Set(HttpResponse response, string token) => response.Cookies.Append(Name, token, Options);

    public static void Clear(HttpResponse response) => response.Cookies.Delete(Name, Options);

    private static CookieOptions Options => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/" };
}
