using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace RegelLoket.Web;

/// <summary>
/// A cookie whose content nobody can read or alter, and that ends by the desk's clock. Scripts cannot see it, and it goes to its own part
/// of the site alone.
/// </summary>
/// <param name="protection">Where the keys are.</param>
/// <param name="clock">By which it ends.</param>
/// <param name="name">The name of the cookie; the content is bound to it.</param>
/// <param name="path">The part of the site that it goes to.</param>
/// <param name="lifetime">How long the content holds.</param>
/// <param name="sameSite">Whether a link from elsewhere brings it along.</param>
public sealed class ProtectedCookie(
    IDataProtectionProvider protection, TimeProvider clock, string name, string path, TimeSpan lifetime,
    SameSiteMode sameSite = SameSiteMode.Lax)
{
    private readonly IDataProtector protector = protection.CreateProtector($"RegelLoket.Cookie.{name}");

    /// <summary>The content that the browser holds; null without one, or when it is altered or too old.</summary>
    public string? Read(HttpRequest request) => Unprotect(request.Cookies[name]);

    public void Write(HttpRequest request, string content) =>
        request.HttpContext.Response.Cookies.Append(name, Protect(content), Settings(request));

    public void End(HttpRequest request) => request.HttpContext.Response.Cookies.Delete(name, Settings(request));

    /// <summary>The same content for a caller that keeps it itself.</summary>
    public string Protect(string content) =>
        protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{(clock.GetUtcNow() + lifetime).ToUnixTimeSeconds()} {content}"));

    /// <summary>What <see cref="Protect"/> made; null when it is altered, foreign or too old.</summary>
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
