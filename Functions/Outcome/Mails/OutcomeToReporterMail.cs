using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Outcome.Mails;

/// <summary>
/// The mail to the reporter about an outcome, in words of its own for each kind. The analyst's text is only on the page
/// behind number and code. Sent after the last day to dispute the outcome, it sets a new one.
/// </summary>
internal sealed class OutcomeToReporterMail(WorkingDays workingDays) : IMailTemplate
{
    public MailKind Kind => MailKind.OutcomeToReporter;

    public MailContent? Compose(MailContext context) => OutcomeOf(context) is not { } outcome ? null : new()
    {
        Subject = "Er is een uitkomst voor je melding",
        Ask = OutcomeTemplate.Of(outcome.Kind).Opening,
        Parts =
        [
            new MailPart.Facts([new("Zaaknummer", context.File.Number.Value), new("Uitkomst", outcome.Kind.Label())]),
            new MailPart.Paragraph(
                "Lees de hele uitleg met je zaaknummer en je code. Die code kreeg je toen je je melding deed."),
            .. context.State.MayBeDisputed(context.Today) && outcome.DisputeBefore is { } before
                ? [new MailPart.Paragraph(
                    $"Klopt er iets niet? Laat het ons daar weten, uiterlijk {DutchDates.Short(before)}. Een "
                    + "analist kijkt er dan opnieuw naar.")]
                : Array.Empty<MailPart>(),
        ],
        Link = new("Lees de uitkomst", context.Link(SiteRoutes.Follow)),
    };

    public NewEvent? EventBefore(MailContext context) => OutcomeOf(context) is { DisputeBefore: { } before } outcome
        && context.State.Dispute is null && LateTerm.Of(context, before, workingDays) is { } until
            ? new NewEvent(Actor.System, new ReporterTermRenewed(outcome.Number, until)) : null;

    /// <summary>Returns the outcome that the mail is about, as long as it is current.</summary>
    private static CaseOutcome? OutcomeOf(MailContext context) =>
        context.State.Outcome is { Kind: not OutcomeKind.Ingetrokken } outcome
            && outcome.Number == context.Event?.Number ? outcome : null;
}
