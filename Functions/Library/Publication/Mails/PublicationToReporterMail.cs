using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Library.Publication.Mails;

/// <summary>
/// The mail that offers a public text to the reporter, who may object within a term; sent after that term, it sets a
/// new one. The text itself is only on the page behind number and code.
/// </summary>
internal sealed class PublicationToReporterMail(WorkingDays workingDays) : IMailTemplate
{
    public MailKind Kind => MailKind.PublicationToReporter;

    public MailContent? Compose(MailContext context) => OfferOf(context) is not { } publication
        || (context.Today > publication.ObjectBefore && EventBefore(context) is null) ? null : new()
        {
            Subject = "Lees wat we willen delen",
            Ask = "Wil je lezen wat we over je zaak willen delen? Bezwaar maken kan uiterlijk "
                + $"{DutchDates.Long(publication.ObjectBefore)}.",
            Parts =
            [
                new MailPart.Paragraph("We willen de oplossing delen met anderen in de sector. Daarvoor schreven we een eigen "
                    + "tekst, zonder jouw naam en zonder je organisatie."),
                new MailPart.Facts([new("Zaaknummer", context.File.Number.Value),
                    new("Bezwaar maken, uiterlijk", DutchDates.Short(publication.ObjectBefore))]),
                new MailPart.Paragraph(
                    "Je leest de tekst met je zaaknummer en je code. Vind je hem goed, dan hoef je niets te doen."),
            ],
            Link = new("Lees de tekst", context.Link(SiteRoutes.Follow)),
        };

    public NewEvent? EventBefore(MailContext context) =>
        OfferOf(context) is { } publication && LateTerm.Of(context, publication.ObjectBefore, workingDays) is { } until
            ? new NewEvent(Actor.System, new ReporterTermRenewed(publication.EventNumber, until)) : null;

    /// <summary>Returns the publication that the mail offers, as long as it waits for the reporter.</summary>
    private static CasePublication? OfferOf(MailContext context) => context.Event?.What is PublicationDrafted
        && context.State.Publication is { IsUnderWay: true, AgreedAt: null } publication
        && publication.EventNumber == context.Event.Number
            ? publication : null;
}
