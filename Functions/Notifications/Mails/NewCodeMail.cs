using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Notifications.Mails;

/// <summary>The mail with a new code after number and address matched. It holds no text of the case.</summary>
internal sealed class NewCodeMail : IMailTemplate
{
    public MailKind Kind => MailKind.NewCode;

    public MailContent? Compose(MailContext context)
    {
        var name = ProtectedSecrets.FollowCodeOf(context.Plan.To.Place);
        return context.Secret(name) is not { } secret || !FollowCode.TryParse(secret, out var code) ? null : new()
        {
            Subject = "Je nieuwe code",
            Ask = "Volg je melding voortaan met deze nieuwe code",
            Parts =
            [
                new MailPart.Facts([new("Zaaknummer", new FollowNumber(context.File.Number, context.Plan.To.Place).ToString()),
                    new("Code", code.ToString())]),
                new MailPart.Paragraph(
                    "Zodra je deze code gebruikt, werkt je oude code niet meer. Bewaar hem goed, want wij kunnen "
                    + "hem niet opzoeken."),
                new MailPart.Paragraph(
                    "Heb je geen nieuwe code gevraagd? Dan vroeg iemand anders erom. Die persoon kreeg de code "
                    + "niet te zien, en je oude code blijft werken."),
            ],
            Link = new("Volg je melding", context.Link(SiteRoutes.Follow)),
            SpentSecret = name,
        };
    }
}
