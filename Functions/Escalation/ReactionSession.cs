using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace RegelLoket.Escalation;

/// <summary>Who is on the ministry's page: the code of the link, and whether an access code proved the mailbox.</summary>
public sealed record ReactionSession(ReplyCode Code, bool IsVerified);

/// <summary>
/// Keeps the session in a protected cookie, or as a protected text for the API. The code is checked against the case at every use, so a
/// link that was used up or replaced ends its sessions too.
/// </summary>
public sealed class ReactionSessions(IDataProtectionProvider protection, EscalationOptions options, TimeProvider clock)
{
    private const string Cookie = "regelloket-reactie";
    private const string Path = "/reactie";

    private readonly IDataProtector protector = protection.CreateProtector("RegelLoket.Reactions.v1");

    public ReactionSession? Read(HttpRequest request) => Read(request.Cookies[Cookie]);

    /// <summary>Reads a protected session; null when it is altered, foreign or too old.</summary>
    public ReactionSession? Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            var content = JsonSerializer.Deserialize(protector.Unprotect(text), EscalationJson.Default.SessionContent);
            return content is not null && content.Until > clock.GetUtcNow() && ReplyCode.TryParse(content.Code, out var code)
                ? new(code, content.IsVerified) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public string Protect(ReactionSession session) =>
        protector.Protect(JsonSerializer.Serialize(new(session.Code.ToString(), session.IsVerified, clock.GetUtcNow() + options.Session),
            EscalationJson.Default.SessionContent));

    public void Write(HttpRequest request, ReactionSession session) =>
        request.HttpContext.Response.Cookies.Append(Cookie, Protect(session), Settings(request));

    public static void End(HttpRequest request) => request.HttpContext.Response.Cookies.Delete(Cookie, Settings(request));

    private static CookieOptions Settings(HttpRequest request) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = request.IsHttps, Path = Path, IsEssential = true };
}

/// <summary>What a protected session holds.</summary>
internal sealed record SessionContent(string Code, bool IsVerified, DateTimeOffset Until);
