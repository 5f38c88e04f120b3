using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.CaseLinks.Mails;

/// <summary>
/// The mail to the reporter of a merged case. It does not name the main case, which belongs to another reporter.
/// </summary>
internal sealed class MergedMail : IMailTemplate
{
    public MailKind Kind => MailKind.MergedToReporter;

    public MailContent? Compose(MailContext context) => context.State.MergedInto is null
        || context.IsOvertaken(change => change is CaseMerged) ? null : new()
        {
            Subject = "We behandelen je melding samen met een andere",
            Ask = "We behandelen je melding samen met een andere melding over hetzelfde knelpunt.",
            Parts =
        [
            new MailPart.Facts([new("Zaaknummer", context.File.Number.Value)]),
            new MailPart.Paragraph("Je hoeft niets te doen. Wat jij schreef, blijft bewaard en telt mee. Je houdt je eigen "
                + "zaaknummer en code. Wil je iets toevoegen? Dat kan op de pagina van je melding."),
            new MailPart.Paragraph("Zodra er een uitkomst is, laten we het je weten."),
        ],
            Link = new("Volg je melding", context.Link(SiteRoutes.Follow)),
        };
}
