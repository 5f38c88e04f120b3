using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Escalation.Mails;

/// <summary>
/// The mail about the outcome to a ministry that answered. It names the outcome; the letter to the reporter is not in
/// it.
/// </summary>
internal sealed class OutcomeToMinistryMail : IMailTemplate
{
    public MailKind Kind => MailKind.OutcomeToMinistry;

    public MailContent? Compose(MailContext context) =>
        context.Request is not { Status: RequestStatus.Answered, EndedAt: { } answeredAt } request
        || context.State.Outcome is not { Kind: not OutcomeKind.Ingetrokken } outcome
        || outcome.Number != (context.Event?.Number ?? outcome.Number) ? null : new()
        {
            Subject = "Er is een uitkomst in een zaak waarop jullie antwoordden",
            Ask = "Er is een uitkomst in een zaak waarop jullie antwoordden. Je hoeft niets te doen.",
            Parts =
            [
                new MailPart.Facts(
                [
                    new("Zaaknummer", context.File.Number.Value), new("Jullie antwoord", DutchDates.Short(answeredAt)),
                    new("Uitkomst", outcome.Kind.Label()),
                    .. outcome.Rule is { } rule
                        ? new[] { KeyValuePair.Create("Regel", $"{rule.CitationTitle} {rule.Article}".Trim()) } : [],
                ]),
                new MailPart.Paragraph(
                    "De melder kan nog reageren. Delen we de oplossing met de sector, dan staat hij in de bibliotheek."),
                new MailPart.Paragraph("Past de uitkomst niet bij jullie antwoord? Antwoord dan op deze mail."),
            ],
            Link = WorkingDays.DayOf(answeredAt).AddDays(MinistryReplyService.ReadableDays) >= context.Today
                ? MinistryMails.Link(context, "Lees je antwoord terug") : null,
            ReplyTo = ReplyAddress.Of(context, request.Ministry),
        };
}
