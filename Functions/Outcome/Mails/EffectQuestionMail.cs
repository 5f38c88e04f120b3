using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Outcome.Mails;

/// <summary>
/// The mail that asks, some months after the outcome, whether the reporter or an organisation that joined notices it.
/// Its link opens the question without number and code.
/// </summary>
internal sealed class EffectQuestionMail(EffectLinks links) : IMailTemplate
{
    public MailKind Kind => MailKind.EffectQuestion;

    public MailContent? Compose(MailContext context)
    {
        if (context.State.Outcome is not { } outcome || context.Event?.What is not EffectAsked { Moment: var moment }
            || context.State.Effects.All(asked => asked.Moment != moment || asked.AskedAt != context.Event.At)
            || AfterOutcome.WhyNotAnswer(context.State, moment, context.Today, context.Plan.To.Place) is not null)
        {
            return null;
        }

        var place = context.Plan.To.Place;
        return new()
        {
            Subject = "Merk je iets van de uitkomst?",
            Ask = "Wil je ons vertellen of de uitkomst je heeft geholpen?",
            Parts =
            [
                new MailPart.Paragraph(
                    (place is null ? $"Op {DutchDates.Short(outcome.At)} kreeg je een uitkomst voor je melding. "
                        : $"De zaak die je volgt, kreeg op {DutchDates.Short(outcome.At)} een uitkomst. ")
                    + "We willen weten of het knelpunt nu echt weg is. Antwoorden kost een minuut."),
                new MailPart.Facts([place is null ? new("Zaaknummer", context.File.Number.Value)
                    : new("Volgnummer", new FollowNumber(context.File.Number, place).ToString()), new("Uitkomst", outcome.Kind.Label())]),
                new MailPart.Paragraph(
                    $"De link werkt tot en met {DutchDates.Short(AfterOutcome.AnswerBefore(context.Event.At))}. "
                    + "Je hebt geen code nodig."),
            ],
            Link = new("Beantwoord de vraag",
                context.Link($"{OutcomeRoutes.Effect}#{links.KeyOf(new EffectLink(context.File.Number, moment, place))}")),
        };
    }
}
