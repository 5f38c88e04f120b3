using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Intake.Drafts;

/// <summary>The mails about a draft. They hold no text of the draft, since the address is not verified.</summary>
public static class DraftMails
{
    public static MailContent Resume(FollowCode code, DateTimeOffset keptUntil, Uri site) => new()
    {
        Subject = "Je code om verder te gaan met je melding",
        Ask = $"Ga uiterlijk {DutchDates.Long(DutchDates.LastDayBefore(keptUntil))} verder met je melding",
        Parts =
        [
            new MailPart.Facts([new("Je code", code.ToString()),
                new("We bewaren je concept tot en met", DutchDates.Long(DutchDates.LastDayBefore(keptUntil)))]),
            new MailPart.Paragraph("Open de pagina en vul de code in. Dat kan zo vaak als je wilt. Daarna is je concept weg."),
            new MailPart.Paragraph("Heb je dit niet zelf gevraagd? Dan hoef je niets te doen."),
        ],
        Link = new MailLink("Verder met je melding", new Uri(site, IntakeRoutes.Resume)),
    };

    public static MailContent Confirm(string code) => new()
    {
        Subject = "Je code om je melding te versturen",
        Ask = "Vul deze code in om je melding te versturen",
        Parts =
        [
            new MailPart.Facts([new("Je code", code)]),
            new MailPart.Paragraph("De code werkt een uur. Vul hem in op de pagina waar je was."),
            new MailPart.Paragraph("Heb je dit niet zelf gevraagd? Dan hoef je niets te doen."),
        ],
    };
}
