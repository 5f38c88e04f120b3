using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Escalation.Mails;

/// <summary>The mail with the question, its background and the link.</summary>
internal sealed class QuestionToMinistryMail(WorkingDays workingDays) : IMailTemplate
{
    public MailKind Kind => MailKind.QuestionToMinistry;

    public MailContent? Compose(MailContext context) =>
        MinistryMails.Waiting(context) is not { } request
            || request.Question.Event != (context.Event?.Number ?? request.Question.Event)
            ? null : MinistryMails.About(
            context, request,
            "Vraag over een knellende regel",
            $"Wil je {MinistryMails.By(context, request)} reageren op deze vraag?");

    public NewEvent? EventBefore(MailContext context) => RenewedTerm.Of(context, workingDays);
}
