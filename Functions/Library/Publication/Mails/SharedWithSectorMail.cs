using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Library.Items;
using RegelLoket.Notifications;

namespace RegelLoket.Library.Publication.Mails;

/// <summary>The mail that the case is in the library, with the whole history of the report.</summary>
internal sealed class SharedWithSectorMail : IMailTemplate
{
    public MailKind Kind => MailKind.SharedWithSector;

    public MailContent? Compose(MailContext context) => context.Event?.What is not CasePublished
        || context.State.Publication is not { IsPublic: true } ? null : new()
        {
            Subject = "Je melding helpt nu ook anderen",
            Ask = "De oplossing staat in de bibliotheek. Bekijk wat er met je melding is gebeurd.",
            Parts =
        [
            new MailPart.Facts([new("Zaaknummer", context.File.Number.Value)]),
            new MailPart.Paragraph("Op één pagina zie je de weg van melding tot effect. "
                + "Je mag de link delen: wie je bent, staat er niet."),
            new MailPart.Paragraph("Wil je dat we de tekst weghalen? Open je melding met je zaaknummer en je code, "
                + "en stuur ons daar een bericht."),
        ],
            Link = new("Bekijk de weg van je melding", context.Link(LibraryRoutes.LineOfSight(context.File.Number))),
        };
}
