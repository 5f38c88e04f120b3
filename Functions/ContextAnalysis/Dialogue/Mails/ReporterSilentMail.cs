using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.Dialogue.Mails;

/// <summary>
/// The mail to the handler about a question without an answer. Not sent when it was decided on, or an answer came.
/// </summary>
internal sealed class ReporterSilentMail : IMailTemplate
{
    public MailKind Kind => MailKind.ReporterSilent;

    public MailContent? Compose(MailContext context) =>
        DialogueSchedule.OpenQuestion(context.File) is not { } question || context.State.ReporterSilentSince is null
            ? null : new()
            {
                Subject = "De melder antwoordt niet",
                Ask = "Wil je beslissen hoe je verdergaat? De melder antwoordt niet op je vraag.",
                Parts =
            [
                new MailPart.Facts(
                    [new("Zaaknummer", context.File.Number.Value), new("Gevraagd op", DutchDates.Short(question.At))]),
                new MailPart.Paragraph("Je kunt verdergaan zonder antwoord, of nog een keer schrijven. Na "
                    + $"{DialogueSchedule.ClosableAfter} werkdagen kun je de zaak sluiten."),
            ],
                Link = new("Open de zaak", context.Link(DialogueMails.Address(context.File.Number))),
            };
}
