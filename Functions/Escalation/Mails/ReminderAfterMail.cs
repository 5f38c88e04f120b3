using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Escalation.Mails;

/// <summary>Some working days after the answer was due.</summary>
internal sealed class ReminderAfterMail : IMailTemplate
{
    public MailKind Kind => MailKind.ReminderAfter;

    public MailContent? Compose(MailContext context) =>
        MinistryMails.Waiting(context) is not { } request ? null : MinistryMails.About(
            context, request,
            "Te laat: reactie op een knellende regel",
            $"Wil je alsnog reageren op deze vraag? Je reactie had er {DutchDates.Short(request.ReplyBefore)} moeten zijn.");
}
