using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Outcome.Mails;

/// <summary>
/// The mail to the analyst about a reporter who disputes the outcome, does not notice it, or objects to the public
/// text.
/// </summary>
internal sealed class ReporterReactedMail : IMailTemplate
{
    public MailKind Kind => MailKind.ReporterReacted;

    public MailContent? Compose(MailContext context)
    {
        var isDispute = context.State.Dispute is { } dispute && dispute.Text.Event == context.Event?.Number;
        var (subject, ask, tab, isOpen) = context.Event?.What switch
        {
            OutcomeDisputed =>
                ("De melder is het niet eens met de uitkomst", "Wil je de melder antwoorden, of de zaak heropenen?",
                "oplossing", isDispute),
            EffectAnswered =>
                ("De melder merkt niets van de uitkomst", "Wil je kijken waarom de uitkomst niet helpt?", "oplossing",
                isDispute),
            PublicationObjected objected => (
                "De melder maakt bezwaar tegen de publieke tekst",
                "Wil je een nieuwe versie schrijven, of de zaak niet delen?",
                "publicatie",
                context.State.Publication is { IsObjectedTo: true } publication && publication.Version == objected.Version),
            _ => ("", "", "", false),
        };
        return !isOpen ? null : new()
        {
            Subject = subject,
            Ask = ask,
            Parts =
            [
                new MailPart.Facts([new("Zaaknummer", context.File.Number.Value),
                    new("Reageer uiterlijk", context.State.DueOn is { } due ? DutchDates.Short(due) : "zo snel als het kan")]),
                new MailPart.Paragraph("Wat de melder schreef, staat bij de zaak."),
            ],
            Link = new("Open de zaak", context.Link(DeskRoutes.CaseTab(context.File.Number, tab))),
        };
    }
}
