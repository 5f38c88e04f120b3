using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Escalation.Mails;

/// <summary>Some working days before the answer is due.</summary>
internal sealed class ReminderBeforeMail : IMailTemplate
{
    public MailKind Kind => MailKind.ReminderBefore;

    public MailContent? Compose(MailContext context) =>
        MinistryMails.Waiting(context) is not { } request ? null : MinistryMails.About(
            context, request,
            "Herinnering: vraag over een knellende regel",
            $"Wil je nog reageren op deze vraag? Dat kan tot en met {DutchDates.Short(request.ReplyBefore)}.");
}
