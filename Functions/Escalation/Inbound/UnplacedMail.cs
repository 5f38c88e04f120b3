using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Web;
using Microsoft.Extensions.Options;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Mail came in that belongs to no case: a task for the coordinators. One notice a day, since anybody can write to the domain.
/// </summary>
internal sealed class UnplacedMail(InboundMailStore kept, IOptions<NotificationOptions> options, IOptions<SiteOptions> site)
    : IStaffMailTemplate
{
    public MailKind Kind => MailKind.UnplacedMail;

    public static PlannedMail NoticeOf(DateOnly day) =>
        new() { Key = $"inbound.{day:yyyy-MM-dd}", Kind = MailKind.UnplacedMail, To = Recipient.Coordinators };

    public async Task<(EmailAddress To, MailContent Content)?> ComposeAsync(PlannedMail plan, CancellationToken cancellation) =>
        EmailAddress.TryParse(options.Value.CoordinatorMailbox, out var to) && await kept.WaitingAsync(cancellation).AnyAsync(cancellation)
            ? (to, new MailContent
            {
                Subject = "Er is mail die bij geen zaak hoort",
                Ask = "Wil je de mail bekijken die we bij geen zaak konden leggen?",
                Parts = [new MailPart.Paragraph("Misschien reageert een ministerie op een oude vraag, of van een ander adres.")],
                Link = new("Open de binnengekomen mail", new Uri(site.Value.Address, EscalationRoutes.DeskMail)),
            })
            : null;
}
