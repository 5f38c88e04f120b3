using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Escalation.Mails;

/// <summary>A reminder of a question, of any of the three kinds: its text depends on the day of sending.</summary>
internal sealed class ReminderMail(MailKind kind) : IMailTemplate
{
    public MailKind Kind => kind;

    public MailContent? Compose(MailContext context)
    {
        if (MinistryMails.Reminded(context) is not { } request)
        {
            return null;
        }

        var due = DutchDates.Short(request.ReplyBefore);
        return context.Today.CompareTo(request.ReplyBefore) switch
        {
            < 0 => MinistryMails.About(context, request, "Herinnering: vraag over een knellende regel",
                $"Wil je uiterlijk {due} reageren op deze vraag?"),
            0 => MinistryMails.About(context, request, "Vandaag: reactie op een knellende regel",
                $"Wil je vandaag, {due}, reageren op deze vraag?"),
            _ => MinistryMails.About(context, request, "Te laat: reactie op een knellende regel",
                $"Wil je alsnog reageren op deze vraag? Je reactie had er {due} moeten zijn."),
        };
    }
}
