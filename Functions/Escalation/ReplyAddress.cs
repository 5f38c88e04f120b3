using System.Security.Cryptography;
using System.Text;
using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Escalation;

/// <summary>
/// The address to which a ministry can reply by mail: <c>rr-2026-7kq4m.vws.…@inbound domain</c>. Its token is derived
/// from the link's secret by a one-way function, so that it assigns a mail to the case and opens nothing.
/// </summary>
internal static class ReplyAddress
{
    private const int TokenLength = 20;

    /// <summary>Returns the address; null without an inbound domain or when the question has ended.</summary>
    public static string? Of(MailContext context, Ministry ministry) =>
        context.Options.InboundDomain is { Length: > 0 } domain
            && context.Secret(EscalationService.LinkOf(ministry)) is { } code
            ? $"{LocalPartOf(context.File.Number, ministry, code)}@{domain}"
            : null;

    public static string LocalPartOf(CaseNumber number, Ministry ministry, string code) =>
        $"{number.Value.ToLowerInvariant()}.{ministry.Slug()}."
        + $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"mail|{code}")))[..TokenLength]}";
}
