using Microsoft.Extensions.Options;
using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>
/// The allowlist of mail domains outside production, so that a trial never mails a ministry. A local SendGrid stand-in
/// accepts all, since nothing leaves the machine; a local mail server does not, since it may be a relay.
/// </summary>
public sealed class AllowedRecipients(IOptions<NotificationOptions> options, IOptions<SendGridOptions> sendGrid)
{
    public bool MayGet(EmailAddress address) =>
        options.Value.IsProduction || sendGrid.Value.IsStandIn
        || options.Value.AllowedDomains.Contains(address.Domain, StringComparer.OrdinalIgnoreCase);
}
