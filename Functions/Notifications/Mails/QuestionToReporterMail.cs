using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Web;

namespace RegelLoket.Notifications.Mails;

/// <summary>The mail about an analyst's question, which itself is only on the page behind number and code.</summary>
internal sealed class QuestionToReporterMail : IMailTemplate
{
    public MailKind Kind => MailKind.QuestionToReporter;

    public MailContent? Compose(MailContext context) => context.State.Status != CaseStatus.WaitingForReporter
        || context.IsOvertaken(change => change is ReporterAsked) ? null : new()
        {
            Subject = "We hebben een vraag over je melding",
            Ask = "Wil je onze vraag over je melding beantwoorden?",
            Parts =
        [
            new MailPart.Paragraph(
                "Een analist heeft iets van je nodig om verder te kunnen. Je melding wacht tot je hebt geantwoord."),
            new MailPart.Facts([new("Zaaknummer", context.File.Number.Value)]),
            new MailPart.Paragraph(
                "Je leest de vraag met je zaaknummer en je code. Die code kreeg je toen je je melding deed."),
        ],
            Link = new("Lees en beantwoord de vraag", context.Link(SiteRoutes.Follow)),
        };
}
