using Microsoft.Extensions.Options;
using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>
/// Outside production a mail leaves only for the domains of the list, so that a trial never reaches a ministry. A stand-in of
/// SendGrid on this machine takes all, since nothing leaves; a mail server on this machine does not, since it may be a relay.
/// </summary>
public sealed class AllowedRecipients(IOptions<NotificationOptions> options, IOptions<SendGridOptions> sendGrid)
{
    public bool MayGet(EmailAddress address) =>
        options.Value.IsProduction || sendGrid.Value.IsStandIn
        || options.Value.AllowedDomains.Contains(address.Domain, StringComparer.OrdinalIgnoreCase);
}
