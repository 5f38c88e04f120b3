using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Escalation.Mails;

/// <summary>The mail with a ministry's answer, back to its own contact: for its file, and as a receipt.</summary>
internal sealed class AnswerCopyMail : IMailTemplate
{
    public MailKind Kind => MailKind.AnswerCopy;

    public MailContent? Compose(MailContext context)
    {
        if (context.Request is not { Status: RequestStatus.Answered or RequestStatus.NotOurs, EndedAt: { } endedAt } request
            || request.Answer?.Event != (context.Event?.Number ?? request.Answer?.Event)
            || context.File.Text(request.Answer) is not { } answer)
        {
            return null;
        }

        return new MailContent
        {
            Subject = "Kopie van je antwoord",
            Ask = "Dank je. Dit is een kopie van je antwoord. Je hoeft niets meer te doen.",
            Parts =
            [
                new MailPart.Facts(
                [
                    new("Zaaknummer", context.File.Number.Value), new("Gevraagd op", DutchDates.Short(request.AskedAt)),
                    new("Geantwoord op", DutchDates.Short(endedAt)),
                    .. request.Stance is { } stance ? new[] { KeyValuePair.Create("Komt neer op", stance.Label()) } : [],
                ]),
                .. context.File.Text(request.Question) is { } question
                ? new[] { new MailPart.Quote("De vraag", question) } : [],
                new MailPart.Quote(request.Status == RequestStatus.Answered ? "Je antwoord" : "Niet bij ons", answer),
                new MailPart.Paragraph(
                    $"Je kunt het {MinistryReplyService.ReadableDays} dagen teruglezen met de link hieronder. Klopt er "
                    + "iets niet? Antwoord op deze mail."),
            ],
            Link = MinistryMails.Link(context, "Lees je antwoord terug"),
            ReplyTo = ReplyAddress.Of(context, request.Ministry),
        };
    }
}
