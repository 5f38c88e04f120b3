using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.Dialogue.Mails;

/// <summary>The reminder of an open question. Not sent when the mail about the question was not delivered.</summary>
internal sealed class ReporterReminderMail : IMailTemplate
{
    public MailKind Kind => MailKind.ReporterReminder;

    public MailContent? Compose(MailContext context) => DialogueSchedule.OpenQuestion(context.File) is not { } question
        || question.Number != (context.Plan.Event ?? question.Number) || !HasArrived(context, question) ? null : new()
        {
            Subject = "Herinnering: we hebben een vraag over je melding",
            Ask = "Wil je onze vraag over je melding nog beantwoorden?",
            Parts =
            [
                new MailPart.Paragraph(
                    $"We stelden hem op {DutchDates.Short(question.At)}. Je melding wacht tot je hebt geantwoord. Weet "
                    + "je het antwoord niet? Schrijf dat dan."),
                new MailPart.Facts([new("Zaaknummer", context.File.Number.Value)]),
                new MailPart.Paragraph(
                    "Je leest de vraag met je zaaknummer en je code. Code kwijt? Dan sturen we je een nieuwe."),
            ],
            Link = new("Lees en beantwoord de vraag", context.Link(SiteRoutes.Follow)),
        };

    private static bool HasArrived(MailContext context, CaseEvent question) =>
        context.File.Events.Skip(question.Number).Select(e => e.What).OfType<MailRecorded>()
            .LastOrDefault(mail => mail.Kind == MailKind.QuestionToReporter.Slug()) is { } asked
            && !ReporterMails.IsTrouble(asked.State);
}
