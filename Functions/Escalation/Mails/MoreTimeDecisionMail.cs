using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;

namespace RegelLoket.Escalation.Mails;

/// <summary>The mail to a ministry about the decision on more time.</summary>
internal sealed class MoreTimeDecisionMail(WorkingDays workingDays) : IMailTemplate
{
    public MailKind Kind => MailKind.MoreTimeDecision;

    public MailContent? Compose(MailContext context) =>
        MinistryMails.Open(context) is not { } request || context.Event?.What is not MoreTimeDecided decided
            || context.IsOvertaken(change => change is MoreTimeDecided again && again.Ministry == request.Ministry) ? null
            : MinistryMails.About(
            context, request,
            decided.Granted ? "Je krijgt meer tijd" : "Je krijgt geen extra tijd",
            decided.Granted
                ? $"Je krijgt meer tijd. Wil je {MinistryMails.By(context, request)} reageren?"
                : $"We kunnen je geen extra tijd geven. Wil je {MinistryMails.By(context, request)} reageren?");

    public NewEvent? EventBefore(MailContext context) =>
        context.Event?.What is MoreTimeDecided { Granted: true } ? RenewedTerm.Of(context, workingDays) : null;
}
