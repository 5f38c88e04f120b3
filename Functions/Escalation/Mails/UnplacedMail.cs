using System.Globalization;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Escalation.Inbound;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Escalation.Mails;

/// <summary>
/// The mail to the coordinators about received mail without a case. There is one a day, since anyone can write to the
/// domain, and one every day while some mail is unhandled. After days without a mail service only the newest is sent.
/// </summary>
internal sealed class UnplacedMail(
    InboundMailStore kept, Outbox outbox, IOptions<NotificationOptions> options, IOptions<SiteOptions> site,
    TimeProvider clock)
    : IStaffMailTemplate
{
    private const string Prefix = "inbound";

    /// <summary>The age from which a notice is stale, since a newer one is planned every night.</summary>
    private const int MostDays = 31;

    public MailKind Kind => MailKind.UnplacedMail;

    public static PlannedMail NoticeOf(DateOnly day) =>
        new() { Key = $"{Prefix}.{day:yyyy-MM-dd}", Kind = MailKind.UnplacedMail, To = Recipient.Coordinators };

    public async Task<(EmailAddress To, MailContent Content)?> ComposeAsync(
        PlannedMail plan, CancellationToken cancellation) =>
        EmailAddress.TryParse(options.Value.CoordinatorMailbox, out var to) && await kept.WaitingAsync(cancellation)
        .AnyAsync(cancellation)
            && !await HasNewerAsync(plan, cancellation)
            ? (to, new MailContent
            {
                Subject = "Er is mail die bij geen zaak hoort",
                Ask = "Wil je de mail bekijken die we bij geen zaak konden leggen?",
                Parts = [new MailPart.Paragraph(
                    "Misschien reageert een ministerie op een oude vraag, of van een ander adres.")],
                Link = new("Open de binnengekomen mail", new Uri(site.Value.Address, EscalationRoutes.DeskMail)),
            })
            : null;

    private async Task<bool> HasNewerAsync(PlannedMail plan, CancellationToken cancellation)
    {
        if (plan.Key.Split('.') is not [Prefix, var text, ..]
            || !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return false;
        }

        var today = WorkingDays.DayOf(clock.GetUtcNow());
        if (today > day.AddDays(MostDays))
        {
            return true;
        }

        for (var newer = today; newer > day; newer = newer.AddDays(-1))
        {
            if (await outbox.FindAsync(null, NoticeOf(newer).Key, cancellation) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
