using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Web;

namespace RegelLoket.Notifications.Mails;

/// <summary>
/// The mail to the coordinator about one undelivered mail. It is no longer planned, since the mail of a morning lists
/// all of them; those planned earlier are still sent.
/// </summary>
internal sealed class MailTroubleMail : IMailTemplate
{
    public MailKind Kind => MailKind.MailTrouble;

    /// <summary>The prefix of its key, followed by the key of the mail that it is about.</summary>
    private const string KeyPrefix = "post.";

    public MailContent? Compose(MailContext context) => IsSettled(context) ? null : new()
    {
        Subject = "Een mail is niet aangekomen",
        Ask = "Wil je kijken naar een mail die niet is aangekomen?",
        Parts =
        [
            new MailPart.Facts([new("Zaaknummer", context.File.Number.Value)]),
            new MailPart.Paragraph(
                "Bij de zaak zie je welke mail het is en waarom. Klopt het adres? Daarna kun je de mail opnieuw "
                + "sturen."),
        ],
        Link = new("Open de zaak", context.Link(DeskRoutes.Case(context.File.Number))),
    };

    /// <summary>Whether the mail was sent after all, or a colleague settled it in another way.</summary>
    private static bool IsSettled(MailContext context)
    {
        var mail = MailKeys.RootOf(context.Plan.Key[Math.Min(KeyPrefix.Length, context.Plan.Key.Length)..]);
        return context.File.Events.Select(e => e.What).OfType<MailRecorded>().LastOrDefault(recorded => recorded.IsOf(mail))
            is { Left: true } or { State: MailRecorded.Settled };
    }
}
