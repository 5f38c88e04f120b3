using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.Dialogue.Mails;

/// <summary>
/// The mail about a report that was closed because a question was not answered. The reason is only on the page behind
/// number and code.
/// </summary>
internal sealed class ClosedUnansweredMail : IMailTemplate
{
    public MailKind Kind => MailKind.ClosedUnanswered;

    public MailContent? Compose(MailContext context) =>
        context.IsOvertaken(change => change is CaseReopened or OutcomeDetermined) ? null : new()
        {
            Subject = "We hebben je melding gesloten",
            Ask = "We hebben je melding gesloten, omdat we geen antwoord van je kregen.",
            Parts =
            [
                new MailPart.Facts([new("Zaaknummer", context.File.Number.Value)]),
                new MailPart.Paragraph(
                    "Waarom lees je met je zaaknummer en je code. Wil je toch verder? Stuur ons daar een bericht, dan "
                    + "pakken we je melding weer op."),
            ],
            Link = new("Lees waarom", context.Link(SiteRoutes.Follow)),
        };
}
