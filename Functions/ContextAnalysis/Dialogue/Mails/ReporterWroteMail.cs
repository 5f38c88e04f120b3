using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.ContextAnalysis.Dialogue.Mails;

/// <summary>
/// The mail to the handler about a message from the reporter. A new report without a handler has none, since it is read
/// as a whole.
/// </summary>
internal sealed class ReporterWroteMail : IMailTemplate
{
    public MailKind Kind => MailKind.ReporterWrote;

    public MailContent? Compose(MailContext context) =>
        context.State is not { UnreadSince: not null, Status: not CaseStatus.Received, MergedInto: null } ? null : new()
        {
            Subject = "De melder heeft geschreven",
            Ask = "De melder heeft geschreven. Wil je het lezen en antwoorden?",
            Parts = [new MailPart.Facts(
                [new("Zaaknummer", context.File.Number.Value), new("Status", context.State.Status.Label())])],
            Link = new("Lees het bericht", context.Link(DialogueMails.Address(context.File.Number))),
        };
}
