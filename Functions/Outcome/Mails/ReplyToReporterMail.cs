using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Outcome.Mails;

/// <summary>
/// The mail about the desk's answer to the reporter's objection. The answer is only on the page behind number and code.
/// </summary>
internal sealed class ReplyToReporterMail : IMailTemplate
{
    public MailKind Kind => MailKind.ReplyToReporter;

    public MailContent? Compose(MailContext context) => context.Event?.What is not (DisputeSettled or CaseReopened)
        || context.IsOvertaken(change => change is CaseReopened or OutcomeDetermined or CaseWithdrawn) ? null : new()
        {
            Subject = "We hebben je reactie bekeken",
            Ask = context.Event.What is CaseReopened
            ? "We nemen je melding opnieuw in behandeling."
            : "We hebben opnieuw gekeken. De uitkomst blijft zoals hij is.",
            Parts =
        [
            new MailPart.Facts([new("Zaaknummer", context.File.Number.Value)]),
            new MailPart.Paragraph("Lees ons antwoord met je zaaknummer en je code."),
            .. context.State.OpenPromise is { } promise && promise.Until >= context.Today
                ? [new MailPart.Paragraph($"Je hoort uiterlijk {DutchDates.Long(promise.Until)} weer van ons.")]
                : Array.Empty<MailPart>(),
        ],
            Link = new("Lees ons antwoord", context.Link(SiteRoutes.Follow)),
        };
}
