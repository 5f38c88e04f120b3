using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Escalation.Mails;

/// <summary>The mailbox stays silent or does not exist: the second contact is asked.</summary>
internal sealed class SecondContactMail : IMailTemplate
{
    public MailKind Kind => MailKind.SecondContact;

    public MailContent? Compose(MailContext context) =>
        MinistryMails.Waiting(context) is not { } request ? null : context.Event?.What is MailRecorded
            ? MinistryMails.About(
                context, request,
                "Onze mail kwam niet aan: vraag over een knellende regel",
                $"Wil je zorgen dat jouw ministerie uiterlijk {DutchDates.Short(request.ReplyBefore)} reageert? Onze mail aan een "
                    + "collega kwam terug.")
            : MinistryMails.About(
                context, request,
                "Geen reactie op een vraag over een knellende regel",
                $"Wil je zorgen dat jouw ministerie op deze vraag reageert? De termijn was {DutchDates.Short(request.ReplyBefore)}.");
}
