using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Escalation.Mails;

/// <summary>
/// The mail to the coordinator about one ministry that does not answer. It is no longer planned, since the mail of a
/// morning lists all of them; those planned earlier are still sent.
/// </summary>
internal sealed class MinistrySilentMail : IMailTemplate
{
    public MailKind Kind => MailKind.MinistrySilent;

    public MailContent? Compose(MailContext context) => MinistryMails.Reminded(context) is not { } request ? null : new()
    {
        Subject = $"{request.Ministry.Label()} antwoordt niet",
        Ask = $"Wil je contact opnemen met {request.Ministry.Label()}? Het antwoord had er {DutchDates.Short(request.ReplyBefore)} "
            + "moeten zijn.",
        Parts =
        [
            new MailPart.Facts(
                [new("Zaaknummer", context.File.Number.Value), new("Gevraagd op", DutchDates.Short(request.AskedAt))]),
            new MailPart.Paragraph("We hebben het ministerie herinnerd en kregen geen antwoord. Is er een tweede contact, dan "
                + "mailen we dat hierna."),
        ],
        Link = new("Open de zaak", context.Link(DeskRoutes.Case(context.File.Number))),
    };
}
