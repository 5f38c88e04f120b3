using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.Splitting.Mails;

/// <summary>The report is handled as several questions, each with a number of its own. The reason is read on the page.</summary>
internal sealed class ReportSplitMail : IMailTemplate
{
    public MailKind Kind => MailKind.ReportSplit;

    public MailContent? Compose(MailContext context) => context.Event?.What is not ReportSplit split
        || context.IsOvertaken(change => change is ReportSplitUndone) ? null : new()
        {
            Subject = $"We behandelen je melding als {split.Parts.Count + 1} vragen",
            Ask = $"Je melding gaat over {split.Parts.Count + 1} vragen. We zoeken ze apart voor je uit.",
            Parts =
        [
            new MailPart.Facts(
                [.. split.Parts.Prepend(context.File.Number)
                    .Select((part, i) => KeyValuePair.Create($"Vraag {i + 1}", part.Value))]),
            new MailPart.Paragraph("Zo krijgt elke vraag een eigen antwoord. Wat je schreef, blijft bewaard."),
            new MailPart.Paragraph("Je hoeft niets te doen. Je volgt alle vragen met je eigen zaaknummer en code. Daar lees je "
                + "ook waarom we je melding splitsten."),
            .. split.DueOn < context.Today ? Array.Empty<MailPart>()
                : [new MailPart.Paragraph($"Over de nieuwe {(split.Parts.Count == 1 ? "vraag" : "vragen")} hoor je uiterlijk "
                    + $"{DutchDates.Long(split.DueOn)} van ons.")],
        ],
            Link = new("Volg je melding", context.Link(SiteRoutes.Follow)),
        };
}
