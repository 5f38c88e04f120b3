using System.Globalization;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Mail came in that belongs to no case: a task for the coordinators. One notice a day, since anybody can write to the
/// domain, and every day while some mail waits. After days without mail only the newest goes out.
/// </summary>
internal sealed class UnplacedMail(
    InboundMailStore kept, Outbox outbox, IOptions<NotificationOptions> options, IOptions<SiteOptions> site,
    TimeProvider clock)
    : IStaffMailTemplate
{
    private const string Prefix = "inbound";

    /// <summary>So old a notice has a newer one: there is one every night.</summary>
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
