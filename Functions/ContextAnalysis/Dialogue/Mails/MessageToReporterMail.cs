using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.Dialogue.Mails;

/// <summary>
/// The mail about a message from the desk. Not sent when the message was read since, or when a newer one has a mail of
/// its own.
/// </summary>
internal sealed class MessageToReporterMail : IMailTemplate
{
    public MailKind Kind => MailKind.MessageToReporter;

    public MailContent? Compose(MailContext context) => context.State.UnreadByReporterSince is null
        || context.IsOvertaken(change => change is ReporterWrittenTo) ? null : new()
        {
            Subject = "Er is een bericht over je melding",
            Ask = "We hebben je geschreven over je melding. Je hoeft niet te antwoorden, het mag wel.",
            Parts =
            [
                new MailPart.Facts([new("Zaaknummer", context.File.Number.Value)]),
                new MailPart.Paragraph(
                    "Je leest het bericht met je zaaknummer en je code. Die code kreeg je toen je je melding deed."),
            ],
            Link = new("Lees het bericht", context.Link(SiteRoutes.Follow)),
        };
}
