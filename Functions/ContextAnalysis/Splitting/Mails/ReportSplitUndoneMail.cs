using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.Splitting.Mails;

/// <summary>The report that was split is one case again. Only a reporter who was mailed about the split gets it.</summary>
internal sealed class ReportSplitUndoneMail : IMailTemplate
{
    public MailKind Kind => MailKind.ReportSplitUndone;

    public MailContent? Compose(MailContext context) => !context.State.IsOpen
        || context.IsOvertaken(change => change is ReportSplit) ? null : new()
        {
            Subject = "We behandelen je melding weer in één keer",
            Ask = "We schreven je dat we je melding splitsten. Dat hebben we teruggedraaid.",
            Parts =
        [
            new MailPart.Facts([new("Zaaknummer", context.File.Number.Value)]),
            new MailPart.Paragraph("Je hoeft niets te doen. De andere nummers uit onze vorige mail gelden niet meer. Wat je "
                + "schreef, is er nog helemaal."),
            .. context.State.OpenPromise is { } promise && promise.Until >= context.Today
                ? [new MailPart.Paragraph($"Je hoort uiterlijk {DutchDates.Long(promise.Until)} van ons.")]
                : Array.Empty<MailPart>(),
        ],
            Link = new("Volg je melding", context.Link(SiteRoutes.Follow)),
        };
}
