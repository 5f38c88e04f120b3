using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Notifications.Mails;

/// <summary>A mail did not arrive or could not be sent: a task for the coordinator.</summary>
internal sealed class MailTroubleMail : IMailTemplate
{
    public MailKind Kind => MailKind.MailTrouble;

    public MailContent? Compose(MailContext context) => new()
    {
        Subject = "Een mail is niet aangekomen",
        Ask = "Wil je kijken naar een mail die niet is aangekomen?",
        Parts =
        [
            new MailPart.Facts([new("Zaaknummer", context.File.Number.Value)]),
            new MailPart.Paragraph("Bij de zaak zie je welke mail het is en waarom. Klopt het adres? Daarna kun je de mail opnieuw "
                + "sturen."),
        ],
        Link = new("Open de zaak", context.Link(DeskRoutes.Case(context.File.Number))),
    };
}
