using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Intake.Drafts;

/// <summary>The browser's cookie with the code of its draft, hidden from scripts and sent to the form only.</summary>
public static class DraftCookie
{
    private const string Name = "regelloket-concept";

    public static FollowCode? Read(HttpRequest request) =>
        FollowCode.TryParse(request.Cookies[Name], out var code) ? code : null;

    public static void Write(HttpRequest request, FollowCode code, Draft draft) =>
        request.HttpContext.Response.Cookies.Append(Name, code.Value, Options(request, draft.KeptUntil));

    public static void Clear(HttpRequest request) => request.HttpContext.Response.Cookies.Delete(Name, Options(request, null));

    private static CookieOptions Options(HttpRequest request, DateTimeOffset? expires) => new()
    {
        Path = SiteRoutes.Report,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = request.IsHttps,
        Expires = expires,
        IsEssential = true,
    };
}
