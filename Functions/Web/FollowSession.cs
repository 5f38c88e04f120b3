using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace RegelLoket.Web;

/// <summary>
/// What a reporter typed to follow a case, kept in a protected cookie for the day so that neither number nor code is in an address.
/// It proves nothing by itself: the code is checked against the case at every use.
/// </summary>
public sealed class FollowSession(IDataProtectionProvider protection)
{
    private const string Cookie = "regelloket-volgen";
    private const string Path = "/volgen";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("RegelLoket.Follow.v1").ToTimeLimitedDataProtector();

    /// <summary>The number and code of the session; null without one, or when it is altered or too old.</summary>
    public (string Number, string Code)? Read(HttpRequest request)
    {
        if (request.Cookies[Cookie] is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            return protector.Unprotect(text).Split(' ') is [var number, var code] ? (number, code) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Write(HttpRequest request, string number, string code) =>
        request.HttpContext.Response.Cookies.Append(Cookie, protector.Protect($"{number} {code}", Lifetime), Settings(request));

    public static void End(HttpRequest request) => request.HttpContext.Response.Cookies.Delete(Cookie, Settings(request));

    private static CookieOptions Settings(HttpRequest request) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps, Path = Path, IsEssential = true };
}
