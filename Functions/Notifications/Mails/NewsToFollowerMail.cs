using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Notifications.Mails;

/// <summary>
/// The mail about a change in a case to an organisation that joined it. The change itself is only on the page behind
/// number and code.
/// </summary>
internal sealed class NewsToFollowerMail : IMailTemplate
{
    public MailKind Kind => MailKind.NewsToFollower;

    public MailContent? Compose(MailContext context) => new()
    {
        Subject = "Er is nieuws over een zaak die je volgt",
        Ask = "Er is nieuws over een zaak die je volgt. Lees wat er veranderd is.",
        Parts =
        [
            new MailPart.Facts([new("Volgnummer", new FollowNumber(context.File.Number, context.Plan.To.Place).ToString())]),
            new MailPart.Paragraph("Je leest het met je volgnummer en je code."),
            new MailPart.Paragraph("Wil je geen mail meer? Haal dan op die pagina je e-mailadres weg."),
        ],
        Link = new("Lees het nieuws", context.Link(SiteRoutes.Follow)),
    };
}
