using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Notifications.Mails;

/// <summary>A ministry did something that the analyst must see.</summary>
internal sealed class MinistryRepliedMail : IMailTemplate
{
    public MailKind Kind => MailKind.MinistryReplied;

    public MailContent? Compose(MailContext context) => context.Event is not { What: IMinistryChange { Ministry: var ministry } change }
        ? null : new()
        {
            Subject = $"{ministry.Label()} {Deed(change)}",
            Ask = $"{ministry.Label()} {Deed(change)}. {Next(change)}",
            Parts = [new MailPart.Facts([new("Zaaknummer", context.File.Number.Value), new("Status", context.State.Status.Label())])],
            Link = new("Open de zaak", context.Link($"/werkbank/zaken/{context.File.Number.Value}")),
        };

    private static string Deed(IMinistryChange change) => change switch
    {
        MinistryAnswered => "heeft geantwoord",
        MinistryAskedBack => "stelt een vraag terug",
        MinistryAskedMoreTime => "vraagt meer tijd",
        MinistryNotOurs => "zegt: niet bij ons",
        MinistryPassedOn => "heeft de vraag doorgezet",
        MinistryMailed => "heeft gemaild",
        MinistryAcknowledged => "heeft de ontvangst bevestigd",
        _ => "heeft gereageerd",
    };

    private static string Next(IMinistryChange change) => change switch
    {
        MinistryAskedBack => "Wil je die vraag beantwoorden? De klok van het ministerie staat stil.",
        MinistryAskedMoreTime => "Wil je daarover besluiten?",
        MinistryNotOurs => "Wil je bekijken bij wie de regel dan hoort?",
        MinistryMailed => "Wil je beslissen of dit het antwoord is?",
        MinistryAnswered => "Wil je het antwoord lezen?",
        _ => "Je hoeft niets te doen.",
    };
}
