using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using RegelLoket.Web;

namespace RegelLoket.Escalation;

/// <summary>
/// Stores the session in a protected cookie, or as a protected text for the API. The code is checked against the case
/// at every use, so that a used or replaced link ends its sessions too.
/// </summary>
public sealed class ReactionSessions(IDataProtectionProvider protection, EscalationOptions options, TimeProvider clock)
{
    private readonly ProtectedCookie cookie =
        new(protection, clock, "regelloket-reactie", EscalationRoutes.Reaction, options.Session, SameSiteMode.Strict);

    public ReactionSession? Read(HttpRequest request) => Parse(cookie.Read(request));

    /// <summary>Parses a protected session; null when it is altered, foreign or expired.</summary>
    public ReactionSession? Read(string? text) => Parse(cookie.Unprotect(text));

    public string Protect(ReactionSession session) => cookie.Protect(ContentOf(session));

    public void Write(HttpRequest request, ReactionSession session) => cookie.Write(request, ContentOf(session));

    public void End(HttpRequest request) => cookie.End(request);

    private static string ContentOf(ReactionSession session) =>
        JsonSerializer.Serialize(new(session.Code.ToString(), session.IsVerified), EscalationJson.Default.SessionContent);

    private static ReactionSession? Parse(string? content) =>
        content is not null && JsonSerializer.Deserialize(content, EscalationJson.Default.SessionContent) is { } held
            && ReplyCode.TryParse(held.Code, out var code) ? new(code, held.IsVerified) : null;
}
