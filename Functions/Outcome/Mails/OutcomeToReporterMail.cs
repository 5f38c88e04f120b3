using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Outcome.Mails;

/// <summary>
/// The case has an outcome: each says it in words of its own. What the analyst wrote is shown on the page behind number and code.
/// </summary>
internal sealed class OutcomeToReporterMail : IMailTemplate
{
    public MailKind Kind => MailKind.OutcomeToReporter;

    public MailContent? Compose(MailContext context)
    {
        if (context.State.Outcome is not { Kind: not OutcomeKind.Ingetrokken } outcome)
        {
            return null;
        }

        return new()
        {
            Subject = "Er is een uitkomst voor je melding",
            Ask = OutcomeTemplate.Of(outcome.Kind).Opening,
            Parts =
            [
                new MailPart.Facts([new("Zaaknummer", context.File.Number.Value), new("Uitkomst", outcome.Kind.Label())]),
                new MailPart.Paragraph("Lees de hele uitleg met je zaaknummer en je code. Die code kreeg je toen je je melding deed."),
                new MailPart.Paragraph(outcome.DisputeBefore is { } before && before >= context.Today
                    ? $"Klopt er iets niet? Laat het ons daar weten, uiterlijk {DutchDates.Short(before)}. Een analist kijkt er dan "
                        + "opnieuw naar."
                    : "Klopt er iets niet? Laat het ons daar weten."),
            ],
            Link = new("Lees de uitkomst", context.Link(SiteRoutes.Follow)),
        };
    }
}
