using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;

namespace RegelLoket.Escalation.Mails;

/// <summary>
/// The mail to a colleague at the ministry to whom the question was passed on, with an optional note.
/// </summary>
internal sealed class PassedOnMail : IMailTemplate
{
    public MailKind Kind => MailKind.PassedOn;

    public MailContent? Compose(MailContext context)
    {
        if (MinistryMails.Open(context) is not { } request
            || context.IsOvertaken(change => change is MinistryPassedOn again && again.Ministry == request.Ministry)
            || MinistryMails.About(context, request, "Een collega zette een vraag naar jou door",
                $"Een collega vraagt jou om {MinistryMails.By(context, request)} te reageren op deze vraag.") is not { } content)
        {
            return null;
        }

        return context.File.Text(context.Event?.Text(TextNames.Note)) is { } note
            ? content with { Parts = [new MailPart.Quote("Je collega schrijft", note), .. content.Parts] } : content;
    }
}
