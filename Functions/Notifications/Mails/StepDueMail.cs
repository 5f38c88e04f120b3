using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Notifications.Mails;

/// <summary>
/// The mail about one due step of the analyst. It is no longer planned, since one mail a morning lists all due steps;
/// those planned earlier are still sent.
/// </summary>
internal sealed class StepDueMail : IMailTemplate
{
    public MailKind Kind => MailKind.StepDue;

    /// <summary>The prefix of every key of such a mail.</summary>
    private const string Steps = "stepdue.";

    /// <summary>Returns the key prefix for one step: its status and day, so that a moved day has new mails.</summary>
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

    /// <summary>Whether a mail is about the current step; always true for a mail that is only shown.</summary>
    private static bool IsOf(PlannedMail mail, CaseStatus status, DateOnly due) =>
        !mail.Key.StartsWith(Steps, StringComparison.Ordinal)
            || mail.Key.StartsWith(PrefixOf(status, due), StringComparison.Ordinal);
}
