using Microsoft.Extensions.Options;
using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>Outside production a mail leaves only for the domains of the list, so that a trial never reaches a ministry. The local mailbox takes all.</summary>
public sealed class AllowedRecipients(IMailSender sender, IOptions<NotificationOptions> options)
{
    public bool MayGet(EmailAddress address) =>
        sender is MailboxSender || options.Value.IsProduction || options.Value.AllowedDomains.Contains(address.Domain, StringComparer.OrdinalIgnoreCase);
}
