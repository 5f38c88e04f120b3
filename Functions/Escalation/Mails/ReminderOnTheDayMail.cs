using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Escalation.Mails;

/// <summary>On the day on which the answer is due.</summary>
internal sealed class ReminderOnTheDayMail : IMailTemplate
{
    public MailKind Kind => MailKind.ReminderOnTheDay;

    public MailContent? Compose(MailContext context) =>
        MinistryMails.Waiting(context) is not { } request ? null : MinistryMails.About(
            context, request,
            "Vandaag: reactie op een knellende regel",
            $"Wil je vandaag, {DutchDates.Short(request.ReplyBefore)}, reageren op deze vraag?");
}
