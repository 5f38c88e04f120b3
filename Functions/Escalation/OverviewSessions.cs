using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Escalation;

/// <summary>The signed-in mailbox, in a protected cookie that is sent to the overview alone.</summary>
public sealed class OverviewSessions(IDataProtectionProvider protection, EscalationOptions options, TimeProvider clock)
{
    private readonly ProtectedCookie cookie =
        new(protection, clock, "regelloket-overzicht", EscalationRoutes.Overview, options.Session, SameSiteMode.Strict);

    /// <summary>Returns the mailbox; null without a session, or when it is altered or expired.</summary>
    public Mailbox? Read(HttpRequest request) =>
        cookie.Read(request)?.Split('.') is [var slug, var hash] && EnumNames.TryParseSlug<Ministry>(slug, out var ministry)
            ? new Mailbox(ministry, hash) : null;

    public void Write(HttpRequest request, Mailbox mailbox) => cookie.Write(request, mailbox.ToString());

    public void End(HttpRequest request) => cookie.End(request);
}
