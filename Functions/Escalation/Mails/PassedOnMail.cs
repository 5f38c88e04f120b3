using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;

namespace RegelLoket.Escalation.Mails;

/// <summary>A colleague passed the question on.</summary>
internal sealed class PassedOnMail : IMailTemplate
{
    public MailKind Kind => MailKind.PassedOn;

    public MailContent? Compose(MailContext context) =>
        MinistryMails.Open(context) is not { } request
            || context.IsOvertaken(change => change is MinistryPassedOn again && again.Ministry == request.Ministry)
                ? null : MinistryMails.About(
            context, request,
            "Een collega zette een vraag naar jou door",
            $"Een collega vraagt jou om {MinistryMails.By(context, request)} te reageren op deze vraag.");
}
