using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Notifications.Mails;

/// <summary>A step of the analyst is due.</summary>
internal sealed class StepDueMail : IMailTemplate
{
    public MailKind Kind => MailKind.StepDue;

    public MailContent? Compose(MailContext context) => !context.State.IsOpen || context.State.DueOn is not { } due
        || due > context.Today ? null : new()
        {
            Subject = due < context.Today ? "Een stap is te laat" : "Een stap moet vandaag klaar zijn",
            Ask = $"Wil je de volgende stap van deze zaak doen? De termijn is {DutchDates.Short(due)}.",
            Parts = [new MailPart.Facts(
            [new("Zaaknummer", context.File.Number.Value), new("Status", context.State.Status.Label()),
            new("Behandelaar", context.State.Handler ?? "nog niemand")])],
            Link = new("Open de zaak", context.Link(DeskRoutes.Case(context.File.Number))),
        };
}
