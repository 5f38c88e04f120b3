using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Escalation.Mails;

/// <summary>A colleague passed the question on.</summary>
internal sealed class PassedOnMail : IMailTemplate
{
    public MailKind Kind => MailKind.PassedOn;

    public MailContent? Compose(MailContext context) =>
        MinistryMails.Open(context) is not { } request ? null : MinistryMails.About(
            context, request,
            "Een collega zette een vraag naar jou door",
            $"Een collega vraagt jou om {MinistryMails.By(context, request)} te reageren op deze vraag.");
}
