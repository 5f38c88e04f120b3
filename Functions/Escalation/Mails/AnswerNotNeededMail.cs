using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Escalation.Mails;

/// <summary>
/// The mail to a ministry whose case ended before it answered. Not sent when it was asked again since.
/// </summary>
internal sealed class AnswerNotNeededMail : IMailTemplate
{
    public MailKind Kind => MailKind.AnswerNotNeeded;

    public MailContent? Compose(MailContext context) =>
        context.Request is not { Status: RequestStatus.NoLongerNeeded } request
            || request.NeedlessSince != (context.Event?.Number ?? request.NeedlessSince) ? null : new MailContent
            {
                Subject = "Je hoeft niet meer te reageren",
                Ask = "Je hoeft niet meer te reageren op onze vraag over een knellende regel.",
                Parts =
            [
                new MailPart.Facts(
                    [new("Zaaknummer", context.File.Number.Value), new("Gevraagd op", DutchDates.Short(request.AskedAt))]),
                .. context.File.Text(request.Question) is { } question ? [new MailPart.Quote("De vraag", question)]
                    : Array.Empty<MailPart>(),
                new MailPart.Paragraph(context.Event?.What switch
                {
                    CaseWithdrawn => "De melder heeft de melding ingetrokken.",
                    CaseClosedUnanswered => "De melder antwoordt niet meer op onze vragen. Daarom sluiten we de zaak.",
                    _ => "We hebben zelf een antwoord gevonden voor de melder.",
                }),
                new MailPart.Paragraph("Had je al iets uitgezocht? Dan lezen we dat graag. Antwoord op deze mail."),
            ],
                Link = MinistryMails.Link(context, "Bekijk wat er met de vraag is gebeurd"),
                ReplyTo = ReplyAddress.Of(context, request.Ministry),
            };
}
