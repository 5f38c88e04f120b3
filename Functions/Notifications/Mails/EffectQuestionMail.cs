namespace RegelLoket.Notifications.Mails;

/// <summary>Some months after the outcome: does the reporter notice it?</summary>
internal sealed class EffectQuestionMail : IMailTemplate
{
    public MailKind Kind => MailKind.EffectQuestion;

    public MailContent? Compose(MailContext context) => context.State.Outcome is null ? null : new()
    {
        Subject = "Merk je iets van de uitkomst?",
        Ask = "Wil je ons vertellen of de uitkomst je heeft geholpen?",
        Parts =
        [
            new MailPart.Paragraph("Een tijd geleden kreeg je een uitkomst voor je melding. We willen weten of het knelpunt nu echt weg is. Antwoorden kost een minuut."),
            new MailPart.Facts([new("Zaaknummer", context.File.Number.Value)]),
            new MailPart.Paragraph("Je hebt je zaaknummer en je code nodig."),
        ],
        Link = new("Beantwoord de vraag", context.Link("/volgen")),
    };
}
