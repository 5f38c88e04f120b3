using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Web;

namespace RegelLoket.Notifications.Mails;

/// <summary>
/// The reporter hears a new day, and why. It says only what holds on the day on which it goes: when there was news
/// meanwhile, or the new day has come too, another mail says so.
/// </summary>
internal sealed class NewDayToReporterMail : IMailTemplate
{
    public MailKind Kind => MailKind.NewDayToReporter;

    public MailContent? Compose(MailContext context) => context.Event?.What is not NewDayPromised promised
        || context.State.OpenPromise != new Promise(promised.Until, promised.Because)
        || promised.Until <= context.Today ? null : new()
        {
            Subject = "Nieuwe datum voor je melding",
            Ask = $"Je melding is nog niet klaar. Je hoort uiterlijk {DutchDates.Long(promised.Until)} van ons.",
            Parts =
            [
                new MailPart.Paragraph(promised.Because.Label()),
                new MailPart.Facts([new("Zaaknummer", context.File.Number.Value)]),
                new MailPart.Paragraph("Je hoeft niets te doen. Hoe het staat, lees je met je zaaknummer en je code."),
            ],
            Link = new("Volg je melding", context.Link(SiteRoutes.Follow)),
        };
}
