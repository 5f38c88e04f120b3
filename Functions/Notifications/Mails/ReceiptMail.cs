using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Notifications.Mails;

/// <summary>
/// The mail after a report: number, code and the next step. The address is not verified, so it holds no text of the
/// reporter.
/// </summary>
internal sealed class ReceiptMail : IMailTemplate
{
    public MailKind Kind => MailKind.Receipt;

    public MailContent? Compose(MailContext context) => context.Secret(ProtectedSecrets.FollowCode) is not { } secret
        || !FollowCode.TryParse(secret, out var code) ? null : new()
        {
            Subject = "Je melding is ontvangen",
            Ask = "Je melding is ontvangen. Bewaar je zaaknummer en je code.",
            Parts =
        [
            new MailPart.Facts([new("Zaaknummer", context.File.Number.Value), new("Code", code.ToString())]),
            new MailPart.Paragraph(
                "Met dit nummer en deze code volg je je melding. Wij kunnen de code niet opnieuw opzoeken."),
            new MailPart.Paragraph(NextOf(context)),
            new MailPart.Paragraph("Heb je niets gemeld? Dan kun je deze mail weggooien."),
        ],
            Link = new("Volg je melding", context.Link(SiteRoutes.Follow)),
            SpentSecret = ProtectedSecrets.FollowCode,
        };

    /// <summary>Returns the next step as of the day of sending, since the case may have gone on meanwhile.</summary>
    private static string NextOf(MailContext context) => context.State switch
    {
        { Status: CaseStatus.Withdrawn } => "Je hebt deze melding intussen ingetrokken.",
        { Status: CaseStatus.Merged } => "We behandelen je melding intussen samen met een andere melding over hetzelfde.",
        { Status: CaseStatus.WaitingForReporter } =>
            "We hebben intussen een vraag aan jou. Je leest hem met dit nummer en deze code.",
        { Outcome: not null } => "Er is intussen een antwoord. Je leest het met dit nummer en deze code.",
        { OpenPromise: { } promise } when promise.Until >= context.Today =>
            $"Een analist bekijkt je melding. Je hoort uiterlijk {DutchDates.Short(promise.Until)} van ons.",
        _ => "Een analist bekijkt je melding. Je hoort van ons.",
    };
}
