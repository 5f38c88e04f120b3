using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Escalation.Mails;

/// <summary>The mail with the code that proves access to a mailbox at the ministry.</summary>
internal sealed class AccessCodeMail : IMailTemplate
{
    public MailKind Kind => MailKind.AccessCode;

    public MailContent? Compose(MailContext context) =>
        context.Plan.To.Name is not { } name || context.Secret(name) is not { } code ? null : new()
        {
            Subject = "Je toegangscode",
            Ask = "Vul deze code in om de vraag te lezen.",
            Parts =
            [
                new MailPart.Facts([new("Toegangscode", code)]),
                new MailPart.Paragraph(
                    "De code werkt een half uur, één keer. Heb je hem niet aangevraagd? Dan hoef je niets te doen."),
            ],
            SpentSecret = name,
        };
}
