using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace RegelLoket.Web;

/// <summary>
/// An encrypted cookie that expires by the desk's clock. Scripts cannot read it, and it is sent to its own part of the
/// site only.
/// </summary>
/// <param name="protection">The encryption.</param>
/// <param name="clock">The clock of its expiry.</param>
/// <param name="name">The name of the cookie, to which the content is bound.</param>
/// <param name="path">The part of the site to which it is sent.</param>
/// <param name="lifetime">The validity of the content.</param>
/// <param name="sameSite">Whether it is sent with a link from another site.</param>
public sealed class ProtectedCookie(
    IDataProtectionProvider protection, TimeProvider clock, string name, string path, TimeSpan lifetime,
    SameSiteMode sameSite = SameSiteMode.Lax)
{
    private readonly IDataProtector protector = protection.CreateProtector($"RegelLoket.Cookie.{name}");

    /// <summary>Returns the content in the browser; null when it is missing, altered or expired.</summary>
    public string? Read(HttpRequest request) => Unprotect(request.Cookies[name]);

    public void Write(HttpRequest request, string content) =>
        request.HttpContext.Response.Cookies.Append(name, Protect(content), Settings(request));

    public void End(HttpRequest request) => request.HttpContext.Response.Cookies.Delete(name, Settings(request));

    /// <summary>Returns the same encrypted content for a caller that stores it itself.</summary>
    public string Protect(string content) =>
        protector.Protect(
            string.Create(CultureInfo.InvariantCulture, $"{(clock.GetUtcNow() + lifetime).ToUnixTimeSeconds()} {content}"));

    /// <summary>Decrypts the result of <see cref="Protect"/>; null when it is altered, foreign or expired.</summary>
    public string? Unprotect(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            return protector.Unprotect(text).Split(' ', 2) is [var until, var content]
                && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var moment)
                && moment > clock.GetUtcNow().ToUnixTimeSeconds() ? content : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private CookieOptions Settings(HttpRequest request) =>
        new() { HttpOnly = true, SameSite = sameSite, Secure = request.IsHttps, Path = path, IsEssential = true };
}
