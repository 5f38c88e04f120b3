using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.CaseLinks.Mails;

/// <summary>
/// The mail to the reporter of a merged case about the outcome of the main case. The explanation is only on the page
/// behind number and code.
/// </summary>
internal sealed class OutcomeOfMainCaseMail : IMailTemplate
{
    public MailKind Kind => MailKind.OutcomeOfMainCase;

    public MailContent? Compose(MailContext context) =>
        context.State.MergedInto is not { } main || main != MergeMailKey.CaseIn(context.Plan.Key)
        ? null : new()
        {
            Subject = "Er is een uitkomst voor je melding",
            Ask = "Er is een uitkomst voor je melding. We behandelden die samen met een andere.",
            Parts =
        [
            new MailPart.Facts([new("Zaaknummer", context.File.Number.Value)]),
            new MailPart.Paragraph("De uitleg lees je met je zaaknummer en je code."),
        ],
            Link = new("Lees de uitkomst", context.Link(SiteRoutes.Follow)),
        };
}
