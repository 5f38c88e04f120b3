using RegelLoket.Cases;

namespace RegelLoket.Notifications.Mails;

/// <summary>The case has an outcome. The explanation stands on the page behind number and code.</summary>
internal sealed class OutcomeToReporterMail : IMailTemplate
{
    public MailKind Kind => MailKind.OutcomeToReporter;

    public MailContent? Compose(MailContext context) => context.State.Outcome is not { } outcome || outcome.Kind == OutcomeKind.Ingetrokken ? null : new()
    {
        Subject = "Er is een uitkomst voor je melding",
        Ask = "Er is een uitkomst voor je melding. Lees wat je nu kunt doen.",
        Parts =
        [
            new MailPart.Facts([new("Zaaknummer", context.File.Number.Value), new("Uitkomst", outcome.Kind.Label())]),
            new MailPart.Paragraph("De uitleg lees je met je zaaknummer en je code. Klopt er iets niet? Dat kun je daar ook laten weten."),
        ],
        Link = new("Lees de uitkomst", context.Link("/volgen")),
    };
}
