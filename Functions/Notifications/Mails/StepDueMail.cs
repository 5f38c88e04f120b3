using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Notifications.Mails;

/// <summary>
/// A step of the analyst is due. No longer planned: one mail tells of all such steps of a morning. Those that were planned before still go.
/// </summary>
internal sealed class StepDueMail : IMailTemplate
{
    public MailKind Kind => MailKind.StepDue;

    /// <summary>With which the key of every such mail begins.</summary>
    private const string Steps = "stepdue.";

    /// <summary>With which the keys begin for one step: its status and its day, so that a moved day has mails of its own.</summary>
    public static string PrefixOf(CaseStatus status, DateOnly due) =>
        string.Create(CultureInfo.InvariantCulture, $"{Steps}{status.Slug()}.{due:yyyy-MM-dd}.");

    public MailContent? Compose(MailContext context) => !context.State.IsOpen || context.State.DueOn is not { } due
        || due > context.Today || !IsOf(context.Plan, context.State.Status, due) ? null : new()
        {
            Subject = due < context.Today ? "Een stap is te laat" : "Een stap moet vandaag klaar zijn",
            Ask = $"Wil je de volgende stap van deze zaak doen? De termijn is {DutchDates.Short(due)}.",
            Parts = [new MailPart.Facts(
            [new("Zaaknummer", context.File.Number.Value), new("Status", context.State.Status.Label()),
            new("Behandelaar", context.State.Handler ?? "nog niemand")])],
            Link = new("Open de zaak", context.Link(DeskRoutes.Case(context.File.Number))),
        };

    /// <summary>Whether a mail is about the step that the case waits for now. One that is written to be shown is.</summary>
    private static bool IsOf(PlannedMail mail, CaseStatus status, DateOnly due) =>
        !mail.Key.StartsWith(Steps, StringComparison.Ordinal) || mail.Key.StartsWith(PrefixOf(status, due), StringComparison.Ordinal);
}
