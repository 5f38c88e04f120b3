using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Escalation.Mails;

/// <summary>The mail to the second contact when the mailbox does not answer or does not exist.</summary>
internal sealed class SecondContactMail : IMailTemplate
{
    public MailKind Kind => MailKind.SecondContact;

    public MailContent? Compose(MailContext context) => context.Event?.What is MailRecorded
        ? MinistryMails.Waiting(context) is not { } request ? null : MinistryMails.About(
            context, request,
            "Onze mail kwam niet aan: vraag over een knellende regel",
            $"Wil je zorgen dat jouw ministerie {MinistryMails.By(context, request)} reageert? Onze mail aan een collega kwam terug.")
        : MinistryMails.Reminded(context) is not { } silent ? null : MinistryMails.About(
            context, silent,
            "Geen reactie op een vraag over een knellende regel",
            $"Wil je zorgen dat jouw ministerie op deze vraag reageert? De termijn was {DutchDates.Short(silent.ReplyBefore)}.");
}
