using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Escalation.Mails;

/// <summary>The mail with the analyst's reply to a ministry's question.</summary>
internal sealed class ReplyToMinistryMail(WorkingDays workingDays) : IMailTemplate
{
    public MailKind Kind => MailKind.ReplyToMinistry;

    public MailContent? Compose(MailContext context) =>
        MinistryMails.Open(context) is not { } request || context.Event?.Number < request.Question.Event
        || MinistryMails.Link(context) is not { } link ? null : new()
        {
            Subject = "Antwoord op je vraag",
            Ask = $"We hebben je vraag beantwoord. Wil je {MinistryMails.By(context, request)} reageren?",
            Parts = context.File.Text(context.Event?.Text(TextNames.Reply)) is { } reply
                ? [new MailPart.Quote("Ons antwoord", reply), .. MinistryMails.Background(context, request)]
                : [.. MinistryMails.Background(context, request)],
            Link = link,
            ReplyTo = ReplyAddress.Of(context, request.Ministry),
        };

    public NewEvent? EventBefore(MailContext context) => RenewedTerm.Of(context, workingDays);
}
