using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Web;

namespace RegelLoket.Notifications.Mails;

/// <summary>The mail to the analyst about an action of a ministry.</summary>
internal sealed class MinistryRepliedMail : IMailTemplate
{
    public MailKind Kind => MailKind.MinistryReplied;

    public MailContent? Compose(MailContext context) =>
        context.Event is not { What: IMinistryChange { Ministry: var ministry } change }
        || IsSettled(context, change) ? null : new()
        {
            Subject = $"{Doer(change)} {Deed(change)}",
            Ask = $"{Doer(change)} {Deed(change)}. {Next(change)}",
            Parts = [new MailPart.Facts(
                [new("Zaaknummer", context.File.Number.Value), new("Status", context.State.Status.Label())])],
            Link = new("Open de zaak", context.Link(DeskRoutes.Case(context.File.Number))),
        };

    /// <summary>Whether a colleague already did what the mail would ask for.</summary>
    private static bool IsSettled(MailContext context, IMinistryChange change) => change switch
    {
        MinistryAskedBack => context.State.RequestTo(change.Ministry)?.Status != RequestStatus.AskedBack
            || context.IsOvertaken(later => later is MinistryAskedBack again && again.Ministry == change.Ministry),
        MinistryAskedMoreTime asked => context.State.RequestTo(change.Ministry)?.MoreTimeUntil != asked.Until,
        MinistryNotOurs => context.State.Outcome is not null,
        MinistryMailed => !context.State.Requests.Any(r => r.WaitingMails.Any(mail => mail.Event == context.Event!.Number)),
        QuestionTermRenewed renewed => context.State.RequestTo(change.Ministry)?.ReplyBefore != renewed.ReplyBefore,
        _ => false,
    };

    private static string Doer(IMinistryChange change) =>
        change is QuestionTermRenewed ? $"De mail aan {change.Ministry.Label()}"
        : change.Ministry.Label();

    private static string Deed(IMinistryChange change) => change switch
    {
        MinistryAnswered => "heeft geantwoord",
        MinistryAskedBack => "stelt een vraag terug",
        MinistryAskedMoreTime => "vraagt meer tijd",
        MinistryNotOurs => "zegt: niet bij ons",
        MinistryPassedOn => "heeft de vraag doorgezet",
        MinistryMailed => "heeft gemaild",
        QuestionTermRenewed => "ging later weg",
        MinistryAcknowledged => "heeft de ontvangst bevestigd",
        _ => "heeft gereageerd",
    };

    private static string Next(IMinistryChange change) => change switch
    {
        MinistryAskedBack => "Wil je die vraag beantwoorden? De klok van het ministerie staat stil.",
        MinistryAskedMoreTime => "Wil je daarover besluiten?",
        MinistryNotOurs => "Wil je bekijken bij wie de regel dan hoort?",
        MinistryMailed { Kind: InboundKind.Reply or null } => "Wil je beslissen of dit het antwoord is?",
        MinistryMailed => "Wil je de mail bekijken? Er staat bij waarom.",
        QuestionTermRenewed renewed => "Er kon een tijd geen mail weg. Het ministerie krijgt daarom tot en met "
            + $"{DutchDates.Short(renewed.ReplyBefore)}. Wil je kijken of dat past?",
        MinistryAnswered => "Wil je het antwoord lezen?",
        _ => "Je hoeft niets te doen.",
    };
}
